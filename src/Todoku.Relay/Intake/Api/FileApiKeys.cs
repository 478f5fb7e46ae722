using Todoku.Relay.Operating;

namespace Todoku.Relay.Intake.Api;

/// <summary>Knows the API keys of a file, and takes up changes of it while the relay runs.</summary>
/// <param name="path">The file.</param>
/// <param name="tell">Is told why a changed file could not be used.</param>
/// <param name="time">The clock.</param>
public sealed class FileApiKeys(string path, Action<string> tell, TimeProvider time)
{
    private readonly ReloadingFiles<IReadOnlyDictionary<string, string>> _names = new([path], () => ApiKeysFile.Read(path).NamesByHash, tell, time);

    /// <summary>The name of a key; null when there is none like it. It is looked for by its hash, so that the time that takes tells nothing of it.</summary>
    public string? NameOf(string key) => _names.Current.GetValueOrDefault(ApiKeysFile.HashOf(key));
}
