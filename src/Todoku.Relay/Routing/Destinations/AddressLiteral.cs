using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace Todoku.Relay.Routing.Destinations;

/// <summary>The address literal that may stand in place of a domain (RFC 5321, section 4.1.3).</summary>
public static class AddressLiteral
{
    private const string Six = "IPv6:";

    private static readonly SearchValues<char> DigitsAndDots = SearchValues.Create("0123456789.");

    /// <summary>Reads <c>[192.0.2.1]</c> or <c>[IPv6:2001:db8::1]</c>; other literals have no use in mail.</summary>
    public static bool TryParse(ReadOnlySpan<char> domain, [NotNullWhen(true)] out IPAddress? address)
    {
        address = null;
        if (domain is not ['[', .. var text, ']']) return false;
        if (text.StartsWith(Six, StringComparison.OrdinalIgnoreCase))
        {
            text = text[Six.Length..];
            // A zone (fe80::1%eth0) is this machine's own matter.
            return !text.ContainsAny('%', '[', ']') && IPAddress.TryParse(text, out address) && address.AddressFamily == AddressFamily.InterNetworkV6;
        }
        // Four numbers in decimal: the other spellings that the BCL takes (0x7f.1) are nobody's address of mail.
        return text.Count('.') == 3 && !text.ContainsAnyExcept(DigitsAndDots) && IPAddress.TryParse(text, out address) && address.ToString().AsSpan().SequenceEqual(text);
    }
}
