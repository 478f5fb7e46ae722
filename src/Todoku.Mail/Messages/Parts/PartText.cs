using System.Text;

namespace Todoku.Mail.Messages.Parts;

/// <summary>Reads the text of a part in its charset.</summary>
public static class PartText
{
    /// <summary>The text; octets that its charset does not have become U+FFFD. An unknown charset is read as UTF-8.</summary>
    /// <param name="octets">The decoded content.</param>
    /// <param name="charset">The charset as declared; may be empty.</param>
    public static string Of(ReadOnlySpan<byte> octets, string charset)
    {
        ArgumentNullException.ThrowIfNull(charset);
        return EncodingOf(charset).GetString(octets);
    }

    private static Encoding EncodingOf(string charset)
    {
        if (charset.Length is 0 or > 40) return Encoding.UTF8;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.UTF8;
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }
}
