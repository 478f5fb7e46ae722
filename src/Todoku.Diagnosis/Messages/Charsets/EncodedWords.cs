using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Todoku.Diagnosis.Messages.Charsets;

/// <summary>Finds the encoded words of a header field.</summary>
public static class EncodedWords
{
    private const int MaxWords = 200;
    private const int MaxLength = 75;

    private static readonly SearchValues<byte> Specials = SearchValues.Create("()<>@,;:\"/[]=\\"u8);

    /// <summary>The encoded words, at most 200 of them.</summary>
    /// <param name="value">The value of the field, unfolded.</param>
    public static IReadOnlyList<EncodedWord> Of(ReadOnlySpan<byte> value)
    {
        List<EncodedWord> words = [];
        while (words.Count < MaxWords)
        {
            var begin = value.IndexOf("=?"u8);
            if (begin < 0) break;
            value = value[begin..];
            if (!TryRead(value, out var word, out var length))
            {
                value = value[2..];
                continue;
            }
            words.Add(word);
            value = value[length..];
        }
        return words;
    }

    // "=?" alone is no encoded word: a charset and an encoding must follow.
    private static bool TryRead(ReadOnlySpan<byte> text, out EncodedWord word, out int length)
    {
        word = new EncodedWord("", "", [], EncodedWordFlaw.None);
        length = 0;
        var charset = text[2..].IndexOf((byte)'?');
        if (charset is <= 0 or > 40 || !IsToken(text.Slice(2, charset))) return false;
        var rest = text[(2 + charset + 1)..];
        if (rest.Length < 2 || rest[1] != '?' || rest[0] is not ((byte)'b' or (byte)'B' or (byte)'q' or (byte)'Q')) return false;
        var name = Encoding.ASCII.GetString(text.Slice(2, charset)).Split('*')[0];
        var isBase64 = rest[0] is (byte)'b' or (byte)'B';
        var content = rest[2..];
        var end = content.IndexOf("?="u8);
        // In Q "=" may follow a "?" only as part of the end; what is not closed before a blank is broken.
        var blank = content.IndexOfAny((byte)' ', (byte)'\t');
        if (end < 0 || (blank >= 0 && blank < end && isBase64))
        {
            length = blank < 0 ? text.Length : text.Length - content.Length + blank;
            word = new EncodedWord(Show(text[..length]), name, [], EncodedWordFlaw.Broken);
            return true;
        }
        length = text.Length - content.Length + end + 2;
        var octets = isBase64 ? DecodeBase64(content[..end]) : DecodeQ(content[..end]);
        var flaw = octets is null || (!isBase64 && blank >= 0 && blank < end) ? EncodedWordFlaw.Broken : length > MaxLength ? EncodedWordFlaw.TooLong : EncodedWordFlaw.None;
        word = new EncodedWord(Show(text[..length]), name, octets ?? [], flaw);
        return true;
    }

    private static byte[]? DecodeBase64(ReadOnlySpan<byte> text)
    {
        var octets = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        return Base64.DecodeFromUtf8(text, octets, out var consumed, out var written) == OperationStatus.Done && consumed == text.Length ? octets[..written] : null;
    }

    private static byte[]? DecodeQ(ReadOnlySpan<byte> text)
    {
        var octets = new byte[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '=')
            {
                octets[length++] = text[i] == '_' ? (byte)' ' : text[i];
                continue;
            }
            if (i + 2 >= text.Length || !Utf8Parser.TryParse(text.Slice(i + 1, 2), out byte octet, out var used, 'x') || used != 2) return null;
            octets[length++] = octet;
            i += 2;
        }
        return octets[..length];
    }

    private static bool IsToken(ReadOnlySpan<byte> text) => !text.ContainsAnyExceptInRange((byte)'!', (byte)'~') && text.IndexOfAny(Specials) < 0;

    private static string Show(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text.Length > 200 ? text[..200] : text);
}
