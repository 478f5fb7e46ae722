using System.Buffers.Text;
using System.Text;

namespace Todoku.Logs.Envelopes.Json;

/// <summary>Turns the values of a JSON log line into bytes.</summary>
internal static class JsonText
{
    /// <summary>Writes a value as UTF-8; never longer than the value itself.</summary>
    /// <param name="raw">The value as it stands in the line.</param>
    /// <param name="kind">What it is. An array is taken as the journal writes one: bytes of a text that is not UTF-8, or several
    /// strings, of which the first is taken.</param>
    /// <param name="target">At least as long as <paramref name="raw"/>.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Decode(ReadOnlySpan<byte> raw, JsonKind kind, Span<byte> target) => kind switch
    {
        JsonKind.String => Unescape(raw, target),
        JsonKind.Plain => Copy(raw, target),
        JsonKind.Array => DecodeArray(raw, target),
        _ => 0,
    };

    private static int DecodeArray(ReadOnlySpan<byte> raw, Span<byte> target)
    {
        var items = raw[1..^1].TrimStart(" \t"u8);
        if (!items.IsEmpty && items[0] == '"') return Unescape(EndOfString(items[1..]), target);
        var length = 0;
        while (!items.IsEmpty)
        {
            if (Utf8Parser.TryParse(items, out byte value, out var used))
            {
                target[length++] = value;
                items = items[used..];
            }
            else
            {
                items = items[1..];
            }
        }
        return length;
    }

    private static ReadOnlySpan<byte> EndOfString(ReadOnlySpan<byte> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '"') return text[..at];
            if (text[at] == '\\') at++;
        }
        return text;
    }

    private static int Unescape(ReadOnlySpan<byte> raw, Span<byte> target)
    {
        var length = 0;
        while (true)
        {
            var at = raw.IndexOf((byte)'\\');
            length += Copy(at < 0 ? raw : raw[..at], target[length..]);
            if (at < 0 || at + 1 >= raw.Length) return length;
            raw = raw[at..];
            if (raw[1] == 'u') length += UnescapeUnicode(ref raw, target[length..]);
            else
            {
                target[length++] = raw[1] switch
                {
                    (byte)'n' => (byte)'\n',
                    (byte)'r' => (byte)'\r',
                    (byte)'t' => (byte)'\t',
                    (byte)'b' or (byte)'f' => (byte)' ',
                    var other => other,
                };
                raw = raw[2..];
            }
        }
    }

    // \uXXXX; a pair of surrogates is one character, a lone one becomes U+FFFD (RFC 8259, section 8.2 leaves it open).
    private static int UnescapeUnicode(ref ReadOnlySpan<byte> raw, Span<byte> target)
    {
        if (!TryUnit(raw, out var unit))
        {
            raw = raw[2..];
            return Copy("?"u8, target);
        }
        raw = raw[6..];
        if (char.IsHighSurrogate(unit) && TryUnit(raw, out var low) && char.IsLowSurrogate(low))
        {
            raw = raw[6..];
            return new Rune(unit, low).EncodeToUtf8(target);
        }
        return (Rune.TryCreate(unit, out var rune) ? rune : Rune.ReplacementChar).EncodeToUtf8(target);
    }

    private static bool TryUnit(ReadOnlySpan<byte> raw, out char unit)
    {
        unit = default;
        if (raw.Length < 6 || raw[0] != '\\' || raw[1] != 'u') return false;
        if (!Utf8Parser.TryParse(raw.Slice(2, 4), out ushort value, out var used, 'x') || used != 4) return false;
        unit = (char)value;
        return true;
    }

    private static int Copy(ReadOnlySpan<byte> bytes, Span<byte> target)
    {
        bytes.CopyTo(target);
        return bytes.Length;
    }
}
