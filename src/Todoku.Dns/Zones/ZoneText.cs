using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Todoku.Dns.Wire;
using Todoku.Mail;

namespace Todoku.Dns.Zones;

/// <summary>Reads the words of a zone file: strings, names, times. A character is an octet.</summary>
internal static class ZoneText
{
    private const long MaxTime = int.MaxValue;

    /// <summary>The octets of a string, its escapes resolved: <c>\DDD</c> is an octet, <c>\X</c> is X (RFC 1035, section 5.1).</summary>
    public static byte[] Octets(string text)
    {
        var octets = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++) octets.Add(TryEscape(text, ref i, out var octet) ? octet : (byte)text[i]);
        return [.. octets];
    }

    /// <summary>Reads a name: absolute with a dot at its end, <c>@</c> for the origin, else relative to it.</summary>
    public static bool TryName(string text, DomainName origin, [NotNullWhen(true)] out DomainName? name)
    {
        if (text == "@") return (name = origin) is not null;
        if (text == ".") return (name = DomainName.Root) is not null;
        name = null;
        var result = new StringBuilder(text.Length);
        var isAbsolute = false;
        for (var i = 0; i < text.Length; i++)
        {
            isAbsolute = false;
            if (TryEscape(text, ref i, out var octet)) AppendOctet(result, octet);
            else if (text[i] != '.') result.Append(text[i]);
            else if (i == text.Length - 1) isAbsolute = true;
            else result.Append('.');
        }
        // Names in the writing of their language are UTF-8.
        var label = Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(result.ToString()));
        if (label.Length == 0 || label.EndsWith('.')) return false;
        return isAbsolute || origin.IsRoot ? DomainName.TryParse(label, out name) : origin.TryPrepend(label, out name);
    }

    /// <summary>Reads a time: seconds, or with the units of BIND (<c>1h30m</c>, <c>2D</c>, <c>1w</c>).</summary>
    public static bool TryTime(string text, out TimeSpan time)
    {
        time = default;
        long total = 0, number = 0;
        var digits = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                number = number * 10 + (c - '0');
                if (++digits > 10) return false;
                continue;
            }
            var unit = char.ToLowerInvariant(c) switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86_400, 'w' => 604_800, _ => 0 };
            if (unit == 0 || digits == 0) return false;
            total += number * unit;
            (number, digits) = (0, 0);
        }
        if (text.Length == 0 || total + number > MaxTime) return false;
        time = TimeSpan.FromSeconds(total + number);
        return true;
    }

    private static bool TryEscape(string text, ref int at, out byte octet)
    {
        octet = 0;
        if (text[at] != '\\' || at + 1 == text.Length) return false;
        if (at + 3 < text.Length && byte.TryParse(text.AsSpan(at + 1, 3), NumberStyles.None, CultureInfo.InvariantCulture, out octet))
        {
            at += 3;
            return true;
        }
        octet = (byte)text[++at];
        return true;
    }

    private static void AppendOctet(StringBuilder result, byte octet)
    {
        Span<char> text = stackalloc char[4];
        result.Append(text[..LabelText.Write([octet], text)]);
    }
}
