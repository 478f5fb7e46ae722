using System.Buffers.Binary;
using System.Net;

namespace Todoku.Authentication.Spf;

/// <summary>
/// Reads addresses as a record writes them, by the letter of the grammar: what the platform also takes (short forms, octal, zones, ports) is wrong here.
/// </summary>
internal static class AddressText
{
    /// <summary><c>ip4-network</c>: four numbers without leading zeros (RFC 7208, section 5.6).</summary>
    public static bool TryParseIPv4(ReadOnlySpan<char> text, out IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[4];
        address = IPAddress.Any;
        if (!TryParseIPv4(text, bytes)) return false;
        address = new IPAddress(bytes);
        return true;
    }

    /// <summary><c>ip6-network</c>: any form of RFC 4291, section 2.2.</summary>
    public static bool TryParseIPv6(ReadOnlySpan<char> text, out IPAddress address)
    {
        address = IPAddress.IPv6Any;
        // Groups before "::" fill from the left, those behind it from the right.
        Span<byte> bytes = stackalloc byte[16];
        Span<byte> tail = stackalloc byte[4];
        var length = 0;
        var gap = -1;
        var i = 0;
        if (text.StartsWith("::"))
        {
            gap = 0;
            i = 2;
        }
        while (i < text.Length)
        {
            var end = i;
            while (end < text.Length && end - i < 4 && char.IsAsciiHexDigit(text[end])) end++;
            if (end == i || length == 16) return false;
            if (end < text.Length && text[end] == '.')
            {
                if (length > 12 || !TryParseIPv4(text[i..], tail)) return false;
                tail.CopyTo(bytes[length..]);
                length += 4;
                break;
            }
            BinaryPrimitives.WriteUInt16BigEndian(bytes[length..], ushort.Parse(text[i..end], System.Globalization.NumberStyles.AllowHexSpecifier));
            length += 2;
            if (end == text.Length) break;
            if (text[end] != ':' || end + 1 == text.Length) return false;
            i = end + 1;
            if (text[i] != ':') continue;
            if (gap >= 0) return false;
            gap = length;
            i++;
        }
        if (gap < 0 ? length != 16 : length > 14) return false;
        if (gap >= 0)
        {
            var behind = length - gap;
            bytes[gap..length].CopyTo(bytes[(16 - behind)..]);
            bytes[gap..(16 - behind)].Clear();
        }
        address = new IPAddress(bytes);
        return true;
    }

    private static bool TryParseIPv4(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        var count = 0;
        foreach (var range in text.Split('.'))
        {
            var number = text[range];
            if (count == 4 || number.IsEmpty || number.Length > 3 || (number.Length > 1 && number[0] == '0')) return false;
            var value = 0;
            foreach (var digit in number)
            {
                if (!char.IsAsciiDigit(digit)) return false;
                value = value * 10 + (digit - '0');
            }
            if (value > 255) return false;
            bytes[count++] = (byte)value;
        }
        return count == 4;
    }
}
