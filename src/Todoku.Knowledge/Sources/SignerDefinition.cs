namespace Todoku.Knowledge.Sources;

/// <summary>A signer with known selectors.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Name">Its name.</param>
/// <param name="MxDomains">Domains of the MX hosts of those who use it, lower case.</param>
/// <param name="SpfDomains">Names that their SPF records include, lower case.</param>
/// <param name="Selectors">Its selectors.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record SignerDefinition(
    string Id, string Name, IReadOnlyList<string> MxDomains, IReadOnlyList<string> SpfDomains, IReadOnlyList<string> Selectors, SourcePlace Place);
