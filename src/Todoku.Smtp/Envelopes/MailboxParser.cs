using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Unicode;

namespace Todoku.Smtp.Envelopes;

/// <summary>
/// Reads the paths of MAIL and RCPT. Strict where strictness keeps mail from going astray (brackets, domains, controls), and lenient in two points that
/// real senders need: stray dots in a local part are taken and can be seen, and a source route is read over (RFC 5321, appendix C).
/// </summary>
public static class MailboxParser
{
    private const string Atext = "!#$%&'*+-/0123456789=?ABCDEFGHIJKLMNOPQRSTUVWXYZ^_`abcdefghijklmnopqrstuvwxyz{|}~";
    private const int MaxRoutes = 20;

    private static readonly SearchValues<byte> DotString = SearchValues.Create([.. Encoding.ASCII.GetBytes(Atext), (byte)'.', .. Enumerable.Range(0x80, 0x80).Select(b => (byte)b)]);
    private static readonly SearchValues<byte> DomainOctets = SearchValues.Create(
        [.. "-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"u8, .. Enumerable.Range(0x80, 0x80).Select(b => (byte)b)]);

    /// <summary>The characters of a local part that needs no quotes, within ASCII.</summary>
    internal static SearchValues<char> DotStringChars { get; } = SearchValues.Create(Atext + ".");

    /// <summary>Reads a path at the start of a text.</summary>
    /// <param name="text">What follows <c>FROM:</c> or <c>TO:</c>; afterwards what follows the path.</param>
    /// <param name="mailbox">The address; null for the empty path <c>&lt;&gt;</c>.</param>
    public static PathError TryReadPath(ref ReadOnlySpan<byte> text, out Mailbox? mailbox)
    {
        mailbox = null;
        if (text.IsEmpty || text[0] != '<') return PathError.NotInBrackets;
        var rest = text[1..];
        if (!rest.IsEmpty && rest[0] == '>')
        {
            text = rest[1..];
            return PathError.None;
        }
        if (!rest.IsEmpty && rest[0] == '@' && !SkipRoute(ref rest)) return PathError.Domain;
        var error = TryReadMailbox(ref rest, out mailbox);
        if (error != PathError.None) return error;
        if (rest.IsEmpty || rest[0] != '>')
        {
            mailbox = null;
            return PathError.NotInBrackets;
        }
        text = rest[1..];
        return PathError.None;
    }

    /// <summary>Reads a whole text as an address without brackets.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out Mailbox? mailbox)
    {
        if (TryReadMailbox(ref text, out mailbox) == PathError.None && text.IsEmpty) return true;
        mailbox = null;
        return false;
    }

    // A-d-l ":" with A-d-l = At-domain *( "," At-domain ).
    private static bool SkipRoute(ref ReadOnlySpan<byte> text)
    {
        for (var i = 0; i < MaxRoutes && !text.IsEmpty && text[0] == '@'; i++)
        {
            text = text[1..];
            if (!TryReadDomain(ref text, out _) || text.IsEmpty) return false;
            var mark = text[0];
            text = text[1..];
            if (mark == ':') return true;
            if (mark != ',') return false;
        }
        return false;
    }

    private static PathError TryReadMailbox(ref ReadOnlySpan<byte> text, out Mailbox? mailbox)
    {
        mailbox = null;
        if (!(text.StartsWith("\""u8) ? TryReadQuoted(ref text, out var local) : TryReadDotString(ref text, out local))) return PathError.LocalPart;
        var domain = "";
        if (!text.IsEmpty && text[0] == '@')
        {
            text = text[1..];
            if (!TryReadDomain(ref text, out domain)) return PathError.Domain;
        }
        mailbox = new Mailbox(local, domain);
        return PathError.None;
    }

    private static bool TryReadDotString(ref ReadOnlySpan<byte> text, out string local)
    {
        local = "";
        var length = text.IndexOfAnyExcept(DotString);
        if (length < 0) length = text.Length;
        if (length is 0 or > SmtpLimits.LocalPart || !Utf8.IsValid(text[..length])) return false;
        local = Encoding.UTF8.GetString(text[..length]);
        text = text[length..];
        return true;
    }

    // Quoted-string = DQUOTE *QcontentSMTP DQUOTE; a pair's backslash is no part of the name.
    private static bool TryReadQuoted(ref ReadOnlySpan<byte> text, out string local)
    {
        local = "";
        Span<byte> plain = stackalloc byte[SmtpLimits.LocalPart];
        var length = 0;
        for (var i = 1; i < text.Length; i++)
        {
            var b = text[i];
            if (b == '"')
            {
                if (length == 0 || !Utf8.IsValid(plain[..length])) return false;
                local = Encoding.UTF8.GetString(plain[..length]);
                text = text[(i + 1)..];
                return true;
            }
            if (b == '\\')
            {
                if (++i >= text.Length || text[i] is < 0x20 or > 0x7E) return false;
                b = text[i];
            }
            if (b is < 0x20 or 0x7F || length == plain.Length) return false;
            plain[length++] = b;
        }
        return false;
    }

    private static bool TryReadDomain(ref ReadOnlySpan<byte> text, out string domain)
    {
        domain = "";
        if (text.StartsWith("["u8)) return TryReadLiteral(ref text, out domain);
        var length = text.IndexOfAnyExcept(DomainOctets);
        if (length < 0) length = text.Length;
        if (length is 0 or > SmtpLimits.Domain || !IsDomain(text[..length])) return false;
        domain = Encoding.UTF8.GetString(text[..length]).ToLowerInvariant();
        text = text[length..];
        return true;
    }

    // sub-domain = Let-dig [Ldh-str]. An underscore is no host's, but some senders' domains have one.
    private static bool IsDomain(ReadOnlySpan<byte> domain)
    {
        foreach (var range in domain.Split((byte)'.'))
        {
            var label = domain[range];
            if (label.IsEmpty || label[0] == '-' || label[^1] == '-') return false;
            if (label.Length > 63 && Ascii.IsValid(label)) return false;
        }
        return Utf8.IsValid(domain);
    }

    // IPv4-address-literal / "IPv6:" IPv6-addr (RFC 5321, section 4.1.3). No other tag is registered.
    private static bool TryReadLiteral(ref ReadOnlySpan<byte> text, out string domain)
    {
        domain = "";
        var end = text.IndexOf((byte)']');
        if (end is < 2 or > 60) return false;
        var inner = Encoding.ASCII.GetString(text[1..end]);
        if (!TryParseLiteral(inner, out var address)) return false;
        domain = address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[IPv6:{address}]" : $"[{address}]";
        text = text[(end + 1)..];
        return true;
    }

    /// <summary>Reads what stands in the brackets of an address literal.</summary>
    internal static bool TryParseLiteral(ReadOnlySpan<char> inner, out IPAddress address)
    {
        var isV6 = inner.StartsWith("IPv6:", StringComparison.OrdinalIgnoreCase);
        var digits = isV6 ? inner[5..] : inner;
        if (digits.Contains('%') || (!isV6 && digits.Count('.') != 3) || !IPAddress.TryParse(digits, out var read) || isV6 != (read.AddressFamily == AddressFamily.InterNetworkV6))
        {
            address = IPAddress.None;
            return false;
        }
        address = read;
        return true;
    }
}
