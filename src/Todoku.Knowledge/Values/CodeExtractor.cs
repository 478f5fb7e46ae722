using System.Buffers;

namespace Todoku.Knowledge.Values;

/// <summary>
/// Finds the provider's own codes: capitals and digits in brackets (<c>(S3140)</c>, <c>[TSS04]</c>), and bare ones of the forms
/// <c>LPN007_416</c>, <c>SC-004</c> and <c>AUP#In-1310</c>.
/// </summary>
internal static class CodeExtractor
{
    private const int MinLength = 3;
    private const int MaxLength = 16;

    private static readonly SearchValues<byte> Marks = SearchValues.Create("[(_-#"u8);
    private static readonly SearchValues<byte> WordBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-#"u8);

    public static void Extract(in ValueText text, ValueList values)
    {
        var printed = text.Printed;
        for (var place = 0; ;)
        {
            // A code has one of these right before it or in it; all other words are passed over unread.
            var mark = printed[place..].IndexOfAny(Marks);
            if (mark < 0) return;
            mark += place;
            var start = printed[mark] is (byte)'[' or (byte)'(' ? mark + 1 : mark - LengthBefore(printed[place..mark]);
            var length = WordLength(printed[start..]);
            place = start + length;
            if (length is < MinLength or > MaxLength) continue;
            var word = printed.Slice(start, length);
            if (IsBracketed(printed, start, length) ? IsCode(word) : IsBareCode(word)) values.Add(ReplyValueNames.Code, word);
        }
    }

    private static int WordLength(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAnyExcept(WordBytes);
        return end < 0 ? text.Length : end;
    }

    private static int LengthBefore(ReadOnlySpan<byte> text) => text.Length - 1 - text.LastIndexOfAnyExcept(WordBytes);

    private static bool IsBracketed(ReadOnlySpan<byte> text, int place, int length) =>
        place > 0 && place + length < text.Length && (text[place - 1], text[place + length]) is ((byte)'[', (byte)']') or ((byte)'(', (byte)')');

    private static bool IsCode(ReadOnlySpan<byte> word) => IsUpperOrDigits(word) && word.ContainsAnyInRange((byte)'0', (byte)'9') && word.ContainsAnyInRange((byte)'A', (byte)'Z');

    private static bool IsBareCode(ReadOnlySpan<byte> word)
    {
        if (word.IndexOf((byte)'#') is > 1 and var hash) return IsUpperOrDigits(word[..hash]) && word[hash..].ContainsAnyInRange((byte)'0', (byte)'9');
        var parting = word.IndexOfAny((byte)'_', (byte)'-');
        if (parting < 2 || parting > 8) return false;
        var head = word[..parting];
        var tail = word[(parting + 1)..];
        if (!IsUpperOrDigits(head) || head[0] < 'A' || tail.Length < MinLength || tail.ContainsAnyExceptInRange((byte)'0', (byte)'9')) return false;
        return word[parting] == '_' ? head.ContainsAnyInRange((byte)'0', (byte)'9') : head.Length == 2;
    }

    private static bool IsUpperOrDigits(ReadOnlySpan<byte> word)
    {
        foreach (var b in word)
        {
            if (!char.IsAsciiLetterUpper((char)b) && !char.IsAsciiDigit((char)b)) return false;
        }
        return true;
    }
}
