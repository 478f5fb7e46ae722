using System.Net;
using System.Text;
using Todoku.Smtp.Envelopes;

namespace Todoku.Smtp.Server.Commands;

/// <summary>Reads what a named proxy says of the client that it speaks for (Postfix's XCLIENT: NAME, ADDR, PORT, PROTO, HELO, LOGIN, in xtext).</summary>
internal static class XclientAttributes
{
    private const int MaxValue = 255;

    /// <summary>The client as the attributes describe it; null when one is wrong or not known.</summary>
    public static SmtpClientInfo? Apply(string attributes, SmtpClientInfo client)
    {
        // Nothing of the proxy itself is left: it said EHLO for itself, and its login is not the client's.
        var described = client with { HelloName = null, IsExtended = false, User = null, HostName = null };
        var parts = attributes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is 0 or > 8) return null;
        foreach (var part in parts)
        {
            var mark = part.IndexOf('=', StringComparison.Ordinal);
            if (mark <= 0 || !Xtext.TryDecode(Encoding.ASCII.GetBytes(part[(mark + 1)..]), MaxValue, out var value)) return null;
            if (With(described, part[..mark].ToUpperInvariant(), value) is not { } next) return null;
            described = next;
        }
        return described;
    }

    private static SmtpClientInfo? With(SmtpClientInfo client, string name, string value)
    {
        var isKnown = value is not ("[UNAVAILABLE]" or "[TEMPUNAVAIL]");
        return name switch
        {
            // An address that is not known must not keep the rights of the proxy's own.
            "ADDR" => !isKnown ? client with { Address = IPAddress.None } : Address(value) is { } address ? client with { Address = address } : null,
            "PORT" => !isKnown ? client with { Port = 0 } : ushort.TryParse(value, out var port) ? client with { Port = port } : null,
            "NAME" => client with { HostName = isKnown ? value : null },
            "LOGIN" => client with { User = isKnown ? value : null },
            // The client will say EHLO itself through the proxy, and PROTO follows from it.
            "HELO" or "PROTO" => client,
            _ => null,
        };
    }

    private static IPAddress? Address(string value)
    {
        var digits = value.StartsWith("IPV6:", StringComparison.OrdinalIgnoreCase) ? value[5..] : value;
        if (digits.Contains('%', StringComparison.Ordinal) || !IPAddress.TryParse(digits, out var address)) return null;
        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
    }
}
