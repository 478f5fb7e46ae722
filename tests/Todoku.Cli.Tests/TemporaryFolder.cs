namespace Todoku.Cli.Tests;

/// <summary>A folder that goes away with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("todoku-test-").FullName;

    /// <summary>A path within it.</summary>
    public string this[string name] => Path.Combine(_path, name);

    /// <summary>Writes a file; gives its path.</summary>
    public string Write(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
