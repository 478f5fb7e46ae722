namespace Todoku.Knowledge.Signers;

/// <summary>Who signs mail for domains of others with selectors that are known beforehand: a mail provider, a mailing service, a program.</summary>
/// <param name="Id">Its identifier, as in <c>signers.toml</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="MxDomains">Domains of MX hosts by which a domain shows that it uses it.</param>
/// <param name="SpfDomains">Names that the domain's SPF record then includes.</param>
/// <param name="Selectors">The selectors it signs with, the likeliest first.</param>
public sealed record Signer(string Id, string Name, IReadOnlyList<string> MxDomains, IReadOnlyList<string> SpfDomains, IReadOnlyList<string> Selectors);
