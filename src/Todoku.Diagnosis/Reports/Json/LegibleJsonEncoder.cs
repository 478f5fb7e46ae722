using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Todoku.Diagnosis.Reports.Json;

/// <summary>
/// Escapes in JSON what no eye sees or what fools it, and what JSON itself needs escaped; all else stays as it is, <c>+</c>, <c>&amp;</c>, <c>&lt;</c>, <c>&gt;</c> and
/// <c>'</c> too, which <see cref="JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRange[])"/> escapes always.
/// </summary>
/// <remarks>
/// <code>
/// " \                                                       escaped: JSON
/// control and format characters, lone surrogates,           escaped: a terminal obeys them, bidirectional ones turn text round,
/// line and paragraph separators                             some programs break lines at them
/// private use, unassigned                                   escaped: nobody knows what they show
/// spaces but U+0020 and U+3000 (the Japanese one)           escaped: they look like a plain space
/// letters and marks that show nothing (fillers, joiners)    escaped
/// all else, beyond U+FFFF too                               stays
/// </code>
/// The result must not be put into a page's script element as it is: <c>&lt;</c> stays.
/// </remarks>
internal sealed class LegibleJsonEncoder : JavaScriptEncoder
{
    // "\uD83D\uDE00"
    private const int LongestEscape = 12;

    private static readonly SearchValues<char> Plain = SearchValues.Create(PlainAscii());
    private static readonly SearchValues<byte> PlainOctets = SearchValues.Create(Encoding.ASCII.GetBytes(PlainAscii()));

    /// <inheritdoc/>
    public override int MaxOutputCharactersPerInputCharacter => LongestEscape;

    /// <inheritdoc/>
    public override bool WillEncode(int unicodeScalar) => unicodeScalar switch
    {
        '"' or '\\' => true,
        < 0x20 => true,
        < 0x7F => false,
        // A variation selector changes the character before it, which is seen.
        (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) => false,
        0x3000 => false,
        0x034F or (>= 0x115F and <= 0x1160) or (>= 0x17B4 and <= 0x17B5) or (>= 0x180B and <= 0x180F) or 0x2800 or 0x3164 or 0xFFA0 => true,
        _ => !Rune.IsValid(unicodeScalar) || IsUnseen(Rune.GetUnicodeCategory(new Rune(unicodeScalar))),
    };

    /// <inheritdoc/>
    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var all = new ReadOnlySpan<char>(text, textLength);
        var at = 0;
        while (true)
        {
            var plain = all[at..].IndexOfAnyExcept(Plain);
            if (plain < 0) return -1;
            at += plain;
            var status = Rune.DecodeFromUtf16(all[at..], out var rune, out var used);
            if (status != OperationStatus.Done || WillEncode(rune.Value)) return at;
            at += used;
        }
    }

    /// <inheritdoc/>
    public override int FindFirstCharacterToEncodeUtf8(ReadOnlySpan<byte> utf8Text)
    {
        var at = 0;
        while (true)
        {
            var plain = utf8Text[at..].IndexOfAnyExcept(PlainOctets);
            if (plain < 0) return -1;
            at += plain;
            var status = Rune.DecodeFromUtf8(utf8Text[at..], out var rune, out var used);
            if (status != OperationStatus.Done || WillEncode(rune.Value)) return at;
            at += used;
        }
    }

    /// <inheritdoc/>
    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var text = Escape(unicodeScalar);
        numberOfCharactersWritten = text.Length <= bufferLength && text.TryCopyTo(new Span<char>(buffer, bufferLength)) ? text.Length : 0;
        return numberOfCharactersWritten > 0;
    }

    // RFC 8259, section 7.
    private static string Escape(int unicodeScalar) => unicodeScalar switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        < 0x10000 => string.Create(CultureInfo.InvariantCulture, $"\\u{unicodeScalar:X4}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"\\u{0xD800 + (unicodeScalar - 0x10000 >> 10):X4}\\u{0xDC00 + (unicodeScalar - 0x10000 & 0x3FF):X4}"),
    };

    private static bool IsUnseen(UnicodeCategory category) => category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator;

    private static string PlainAscii() => string.Concat(Enumerable.Range(0x20, 0x7F - 0x20).Select(value => (char)value).Where(c => c is not ('"' or '\\')));
}
