using System.Security.Cryptography;
using System.Text;

namespace Todoku.Apply.Files;

/// <summary>
/// Text of files in which every character is one octet: a comment in EUC-JP or Shift_JIS comes out as it went in. What people read is made of it by
/// <see cref="ToReadable"/>, and what people wrote is put into it by <see cref="FromReadable"/>.
/// </summary>
public static class Octets
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Octets as such a text.</summary>
    public static string ToText(ReadOnlySpan<byte> octets) => Encoding.Latin1.GetString(octets);

    /// <summary>The octets of such a text.</summary>
    public static byte[] Of(string text) => Encoding.Latin1.GetBytes(text);

    /// <summary>Such a text of a readable one, in UTF-8.</summary>
    public static string FromReadable(string text) => ToText(Encoding.UTF8.GetBytes(text));

    /// <summary>A readable text: of UTF-8 where it is that, else of what each octet is in Latin-1.</summary>
    public static string ToReadable(string text)
    {
        try
        {
            return Strict.GetString(Of(text));
        }
        catch (DecoderFallbackException)
        {
            return text;
        }
    }

    /// <summary>What tells one text from another: SHA-256 in hexadecimal; <c>absent</c> for a file that there is not.</summary>
    public static string Hash(string? text) => text is null ? "absent" : Convert.ToHexStringLower(SHA256.HashData(Of(text)));
}
