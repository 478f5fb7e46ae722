using System.Text;

namespace Todoku.Smtp.Envelopes;

/// <summary>The coding of parameter values in which <c>+HH</c> stands for an octet (RFC 3461, section 4).</summary>
public static class Xtext
{
    /// <summary>Decodes a value.</summary>
    /// <param name="text">Printable ASCII without <c>=</c> and blanks.</param>
    /// <param name="maxLength">The most octets that it may stand for.</param>
    /// <param name="value">What it stands for; printable ASCII.</param>
    /// <returns>False for a text that is no xtext, that is too long, or that hides octets outside printable ASCII: those could end a line when written again.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> text, int maxLength, out string value)
    {
        value = "";
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            int b = text[i];
            if (b is < 0x21 or > 0x7E or '=') return false;
            if (b == '+')
            {
                if (i + 2 >= text.Length) return false;
                var (high, low) = (Digit(text[i + 1]), Digit(text[i + 2]));
                if (high < 0 || low < 0) return false;
                b = (high << 4) | low;
                i += 2;
                if (b is < 0x20 or > 0x7E) return false;
            }
            if (plain.Length == maxLength) return false;
            plain.Append((char)b);
        }
        value = plain.ToString();
        return value.Length > 0;
    }

    /// <summary>Encodes a value; octets of UTF-8 that are no xchar are written as <c>+HH</c>.</summary>
    public static string Encode(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var text = new StringBuilder(value.Length);
        foreach (var b in Encoding.UTF8.GetBytes(value))
        {
            if (b is < 0x21 or > 0x7E or (byte)'+' or (byte)'=') text.Append('+').Append(b.ToString("X2"));
            else text.Append((char)b);
        }
        return text.ToString();
    }

    // Upper case only, as the grammar has it.
    private static int Digit(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        _ => -1,
    };
}
