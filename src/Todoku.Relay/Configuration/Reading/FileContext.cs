using Todoku.Relay.Configuration.Texts;

namespace Todoku.Relay.Configuration.Reading;

/// <summary>What all readers of one file share.</summary>
/// <param name="File">Its path.</param>
/// <param name="Texts">The words for errors.</param>
/// <param name="ChecksFiles">Whether the files that it names are looked at.</param>
internal sealed record FileContext(string File, ConfigurationTexts Texts, bool ChecksFiles)
{
    /// <summary>The errors so far.</summary>
    public List<ConfigurationProblem> Problems { get; } = [];

    /// <summary>Writes down an error.</summary>
    public void Fail(int line, string message) => Problems.Add(new ConfigurationProblem(File, line, message));

    /// <summary>A path as it is meant: relative ones begin at the folder of the configuration.</summary>
    public string FullPath(string path) => Path.GetFullPath(path, Path.GetDirectoryName(Path.GetFullPath(File)) ?? "/");
}
