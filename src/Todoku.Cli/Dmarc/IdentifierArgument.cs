using Todoku.Authentication.Dmarc;

namespace Todoku.Cli.Dmarc;

/// <summary>A value of <c>--spf</c> or <c>--dkim</c>: <c>RESULT:DOMAIN</c>, in the words of RFC 8601; the domain may be missing when it didn't pass.</summary>
internal static class IdentifierArgument
{
    /// <summary>The words that SPF and DKIM can give (RFC 8601, section 2.7).</summary>
    public static IReadOnlyList<string> Results { get; } = ["pass", "fail", "softfail", "neutral", "none", "policy", "temperror", "permerror"];

    /// <summary>Reads a value; null when it is none.</summary>
    public static AuthenticatedIdentifier? Parse(AuthenticationMechanism mechanism, string value)
    {
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        var result = (colon < 0 ? value : value[..colon]).Trim().ToLowerInvariant();
        var domain = colon < 0 ? "" : value[(colon + 1)..].Trim();
        if (!Results.Contains(result) || (result == "pass" && domain.Length == 0)) return null;
        // For SPF the address of the return path is taken as well.
        return new AuthenticatedIdentifier(mechanism, domain[(domain.LastIndexOf('@') + 1)..], result);
    }
}
