using System.Buffers;

namespace Todoku.Knowledge.Values;

/// <summary>
/// Finds the sending IP address: the first one in brackets, else the first that stands behind a word for it. Numbers with
/// three dots are also versions and times, so an address that nothing introduces is left.
/// </summary>
internal static class AddressExtractor
{
    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789"u8);
    private static readonly SearchValues<byte> FirstBytes = SearchValues.Create("0123456789abcdefi:"u8);

    public static void Extract(in ValueText text, ValueList values)
    {
        if (values.Has(ReplyValueNames.Ip)) return;
        var (introduced, length) = (-1, 0);
        var folded = text.Folded;
        // An IPv6 address has two colons at least; most replies have fewer, and then only digits are looked at.
        var firstBytes = folded.Count((byte)':') < 2 ? Digits : FirstBytes;
        for (var place = 0; place < folded.Length; place++)
        {
            var next = folded[place..].IndexOfAny(firstBytes);
            if (next < 0) break;
            place += next;
            if (!IsStart(folded, place)) continue;
            var run = ValueToken.Address(folded[place..]);
            if (run == 0) continue;
            var address = folded.Slice(place, run);
            if (IsOfInterest(address))
            {
                if (IsBracketed(text, place))
                {
                    values.Add(ReplyValueNames.Ip, text.Printed.Slice(place, run));
                    return;
                }
                if (introduced < 0 && IsIntroduced(text, place)) (introduced, length) = (place, run);
            }
            place += run;
        }
        if (introduced >= 0) values.Add(ReplyValueNames.Ip, text.Printed.Slice(introduced, length));
    }

    // The byte there is one of the first bytes; what stands before it must not be of the same word or address.
    private static bool IsStart(ReadOnlySpan<byte> folded, int place)
    {
        if (place == 0) return true;
        var before = folded[place - 1];
        if (before == ':') return !(place > 1 && char.IsAsciiHexDigit((char)folded[place - 2]));
        return !char.IsAsciiLetterOrDigit((char)before) && before is not ((byte)'.' or (byte)'-' or (byte)'_' or (byte)'@');
    }

    // Loopback and "any" are never the address that a receiver saw; 127.0.0.x are the return codes of blocklists.
    private static bool IsOfInterest(ReadOnlySpan<byte> address) =>
        !address.StartsWith("127."u8) && !address.StartsWith("0.0.0.0"u8) && !address.SequenceEqual("::1"u8);

    private static bool IsBracketed(in ValueText text, int place) => place > 0 && text.Folded[place - 1] is (byte)'[' or (byte)'(';

    private static bool IsIntroduced(in ValueText text, int place) =>
        text.EndsAt(place, "ip "u8) || text.EndsAt(place, "ip="u8) || text.EndsAt(place, "ip:"u8) || text.EndsAt(place, "ip: "u8) || text.EndsAt(place, "address "u8)
        || text.EndsAt(place, "address: "u8) || text.EndsAt(place, "addr="u8) || text.EndsAt(place, "from "u8) || text.EndsAt(place, "from: "u8) || text.EndsAt(place, "client "u8)
        || text.EndsAt(place, "host "u8) || text.EndsAt(place, "server "u8) || text.EndsAt(place, "query="u8) || text.EndsAt(place, "lookup/"u8)
        || text.EndsAt(place, "query/ip/"u8) || text.EndsAt(place, "value="u8) || text.EndsAt(place, "connection from "u8) || text.EndsAt(place, "ips "u8);
}
