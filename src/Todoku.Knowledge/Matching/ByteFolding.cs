namespace Todoku.Knowledge.Matching;

/// <summary>How replies are folded before words are looked for: ASCII letters in lower case, every white space a blank.</summary>
internal static class ByteFolding
{
    /// <summary>The folded byte of each byte.</summary>
    public static ReadOnlySpan<byte> Map => Folded;

    private static readonly byte[] Folded = Make();

    /// <summary>Whether a folded byte is part of a word: letters, digits and the underscore of ASCII. Text of other scripts has no borders to lose.</summary>
    public static bool IsWord(byte folded) =>
        (uint)(folded - 'a') <= 'z' - 'a' || (uint)(folded - '0') <= 9 || folded == '_';

    private static byte[] Make()
    {
        var map = new byte[256];
        for (var b = 0; b < 256; b++)
        {
            map[b] = b switch
            {
                >= 'A' and <= 'Z' => (byte)(b | 0x20),
                '\t' or '\n' or '\v' or '\f' or '\r' or 0 => (byte)' ',
                _ => (byte)b,
            };
        }
        return map;
    }
}
