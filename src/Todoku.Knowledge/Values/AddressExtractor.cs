namespace Todoku.Knowledge.Values;

/// <summary>
/// Finds the sending IP address: the first one in brackets, else the first that stands behind a word for it. Numbers with
/// three dots are also versions and times, so an address that nothing introduces is left.
/// </summary>
internal static class AddressExtractor
{
    public static void Extract(in ValueText text, ValueList values)
    {
        if (values.Has(ReplyValueNames.Ip)) return;
        var (introduced, length) = (-1, 0);
        for (var place = 0; place < text.Length; place++)
        {
            if (!IsStart(text, place)) continue;
            var run = ValueToken.Address(text.Folded[place..]);
            if (run == 0) continue;
            var address = text.Folded.Slice(place, run);
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

    private static bool IsStart(in ValueText text, int place)
    {
        var b = text.Folded[place];
        if (!char.IsAsciiHexDigit((char)b) && b != 'i' && b != ':') return false;
        return place == 0 || !(char.IsAsciiLetterOrDigit((char)text.Folded[place - 1]) || text.Folded[place - 1] is (byte)'.' or (byte)'-' or (byte)'_' or (byte)':' or (byte)'@')
            || (text.Folded[place - 1] == ':' && !(place > 1 && char.IsAsciiHexDigit((char)text.Folded[place - 2])));
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
