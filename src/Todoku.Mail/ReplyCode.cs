namespace Todoku.Mail;

/// <summary>The three digits at the start of a reply line and what parts them from the words.</summary>
internal static class ReplyCode
{
    /// <summary>Reads a code at the start of a text.</summary>
    /// <param name="text">A reply; blanks before it are the caller's to take off.</param>
    /// <param name="code">200 to 599.</param>
    /// <param name="length">The code and what follows it: '-', a blank, or ": " as some gateways write it.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, out ushort code, out int length)
    {
        code = 0;
        length = 0;
        if (text.Length < 3 || text[0] is < (byte)'2' or > (byte)'5' || !IsDigit(text[1]) || !IsDigit(text[2])) return false;
        if (text.Length > 3)
        {
            var after = text[3];
            if (after == ':' && (text.Length == 4 || Blank.Is(text[4]))) length = 4;
            else if (after == '-' || Blank.Is(after)) length = 4;
            else return false;
        }
        else
        {
            length = 3;
        }
        code = (ushort)(((text[0] - '0') * 100) + ((text[1] - '0') * 10) + text[2] - '0');
        return true;
    }

    private static bool IsDigit(byte b) => (uint)(b - '0') <= 9;
}
