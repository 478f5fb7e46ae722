namespace Todoku.Storage.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("todoku-queue-").FullName;

    public string Queue => System.IO.Path.Combine(Path, "queue.db");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
