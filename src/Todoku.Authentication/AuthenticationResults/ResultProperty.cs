namespace Todoku.Authentication.AuthenticationResults;

/// <summary>A property that a method looked at (RFC 8601, section 2.2, propspec): <c>smtp.mailfrom=example.com</c>.</summary>
/// <param name="Type">smtp, header, body or policy, in lower case; empty where a field has none, against the grammar (<c>action=none</c>).</param>
/// <param name="Name">Its name, in lower case.</param>
/// <param name="Value">Its value, without quotes; a stranger may have written it.</param>
public sealed record ResultProperty(string Type, string Name, string Value);
