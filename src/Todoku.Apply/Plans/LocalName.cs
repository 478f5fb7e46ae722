namespace Todoku.Apply.Plans;

/// <summary>
/// Addresses in domains that only the host or its network knows (RFC 6761, RFC 6762, RFC 9476 and what is usual): outside no such domain exists, so it must not be seen in From either.
/// </summary>
internal static class LocalName
{
    private static readonly string[] Endings = [".local", ".localdomain", ".localhost", ".internal", ".lan", ".home", ".corp", ".intranet", ".invalid", ".test"];

    /// <summary>Whether an address is one. A bare name is none: what Postfix adds to it, its settings say.</summary>
    public static bool IsOf(string address)
    {
        if (address.LastIndexOf('@') is not (>= 0 and var at)) return false;
        var domain = address[(at + 1)..];
        return !domain.Contains('.', StringComparison.Ordinal) || Endings.Any(ending => domain.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }
}
