using Todoku.Mail;

namespace Todoku.Authentication.Spf;

/// <summary>The name that a term asks about.</summary>
/// <param name="Text">As it came out of the macros.</param>
/// <param name="Name">As DNS carries it; null when it can't: an empty label, one over 63 octets.</param>
internal sealed record TargetName(string Text, DomainName? Name);
