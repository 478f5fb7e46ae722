using System.Diagnostics.CodeAnalysis;

namespace Todoku.Authentication.Dkim;

/// <summary>The quoted-printable of DKIM (RFC 6376, section 2.11): <c>=</c> and two hexadecimal digits, blanks are skipped.</summary>
internal static class DkimQuotedPrintable
{
    /// <summary>Decodes a value; false when an equals sign is not followed by two digits.</summary>
    public static bool TryDecode(ReadOnlyMemory<byte> value, [NotNullWhen(true)] out byte[]? decoded)
    {
        decoded = null;
        var octets = value.Span;
        var to = new byte[octets.Length];
        var length = 0;
        for (var i = 0; i < octets.Length; i++)
        {
            if (octets[i] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') continue;
            if (octets[i] != '=')
            {
                to[length++] = octets[i];
                continue;
            }
            if (i + 2 >= octets.Length || !char.IsAsciiHexDigit((char)octets[i + 1]) || !char.IsAsciiHexDigit((char)octets[i + 2])) return false;
            to[length++] = Convert.FromHexString([(char)octets[i + 1], (char)octets[i + 2]])[0];
            i += 2;
        }
        decoded = to[..length];
        return true;
    }
}
