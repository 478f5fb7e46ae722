namespace Todoku.Knowledge.Sources;

/// <summary>The head of a provider file.</summary>
internal sealed record ProviderDefinition(
    string Id,
    string NameEnglish,
    string NameJapanese,
    IReadOnlyList<string> RelayHosts,
    IReadOnlyList<Anchor> ReplyWords,
    IReadOnlyList<string> RecipientDomains,
    ProviderLimits? Limits,
    SourcePlace Place);
