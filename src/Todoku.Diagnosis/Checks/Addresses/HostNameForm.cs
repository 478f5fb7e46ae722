using System.Net;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Addresses;

/// <summary>What a name is worth as a host name in the open internet, by its letters alone.</summary>
public static class HostNameForm
{
    // RFC 6761 (localhost, invalid), RFC 6762 (local, and what its appendix G names), RFC 8375 (home.arpa), ICANN 2024 (internal).
    private static readonly string[] PrivateEndings =
        ["localhost", "localdomain", "local", "internal", "intranet", "private", "corp", "home", "lan", "home.arpa", "invalid"];

    /// <summary>Whether it is an IP address, with or without the brackets of SMTP (RFC 5321, section 4.1.3).</summary>
    public static bool IsAddress(DomainName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var text = name.ToString();
        if (text.StartsWith('[')) return true;
        return IPAddress.TryParse(text, out var address) && (text.Contains(':', StringComparison.Ordinal) || address.ToString() == text);
    }

    /// <summary>Whether it is one label: localhost, web01.</summary>
    public static bool IsUnqualified(DomainName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.LabelCount < 2;
    }

    /// <summary>Whether it is under a name that the public DNS does not have: <c>.local</c>, <c>.internal</c>.</summary>
    public static bool IsPrivate(DomainName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var text = name.ToString();
        return PrivateEndings.Any(ending => text == ending || text.EndsWith($".{ending}", StringComparison.Ordinal));
    }

    /// <summary>Whether it has only letters, digits, hyphens and dots (RFC 1123, section 2.1), or underscores, which receivers let pass.</summary>
    public static bool HasHostCharacters(DomainName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.ToString().All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_');
    }
}
