using System.Text;
using Todoku.Authentication.Signatures;
using Todoku.Dns;

namespace Todoku.Diagnosis.Checks.Dkim;

/// <summary>
/// Tells from what is published how a key was spoilt on its way through a DNS panel, and gives the value as it was meant where nothing of it is lost. A fault
/// is only named when taking it back makes a key that can be used, or when the key's own length says that its end is missing.
/// </summary>
internal static class KeyTextRepair
{
    // RFC 1035, section 3.3: octets of one string.
    private const int MaxString = 255;

    // More pieces than any key needs, and few enough to try all orders.
    private const int MaxPieces = 4;
    private const int MaxLength = 8192;

    /// <summary>Looks at the records of one name.</summary>
    public static (KeyFault Fault, string Mended) Look(IReadOnlyList<DnsRecord.Text> records)
    {
        string[] texts = [.. records.Where(record => record.Value.Length <= MaxLength).Select(record => KeyText.Of(record.Value.Span))];
        if (texts.Length == 0 || texts.Any(KeyText.IsUsable)) return (KeyFault.None, "");
        foreach (var text in texts)
        {
            var plain = text.Replace("\\;", ";", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal);
            if (plain.Length != text.Length && Usable(plain, WithinQuotes(plain)) is { } unescaped) return (KeyFault.Escaped, unescaped);
            if (Usable(WithinQuotes(text), text.Replace("\"", "", StringComparison.Ordinal)) is { } unquoted) return (KeyFault.Quoted, unquoted);
        }
        if (texts.Length is > 1 and <= MaxPieces && Joined(texts) is { } joined) return (KeyFault.Split, joined);
        if (texts.Any(IsCut)) return (KeyFault.Cut, "");
        return texts.Any(EndsAtSemicolon) ? (KeyFault.EndsAtSemicolon, "") : (KeyFault.None, "");
    }

    private static string? Usable(params ReadOnlySpan<string> candidates)
    {
        foreach (var candidate in candidates)
        {
            var text = candidate.Trim();
            if (text.Length > 0 && KeyText.IsUsable(text)) return text;
        }
        return null;
    }

    // What stands between quotation marks, put together: a value, or a whole line of a master file, pasted with them.
    private static string WithinQuotes(string text)
    {
        if (!text.Contains('"', StringComparison.Ordinal)) return "";
        var within = new StringBuilder();
        var isInside = false;
        foreach (var c in text)
        {
            if (c == '"') isInside = !isInside;
            else if (isInside) within.Append(c);
        }
        return within.ToString();
    }

    // The piece with the version comes first; the others in any order, since DNS keeps none.
    private static string? Joined(string[] texts)
    {
        if (Array.FindIndex(texts, text => text.TrimStart(' ', '"').StartsWith("v=DKIM1", StringComparison.Ordinal)) is not (>= 0 and var first)) return null;
        return Try(texts[first], [.. texts.Where((_, index) => index != first)]);

        static string? Try(string start, string[] rest)
        {
            if (Usable(start, start.Replace("\"", "", StringComparison.Ordinal)) is { } whole) return whole;
            for (var i = 0; i < rest.Length; i++)
            {
                if (Try(start + rest[i], [.. rest.Where((_, index) => index != i)]) is { } found) return found;
            }
            return null;
        }
    }

    // An RSA key says its own length (DER, X.690 section 8.1.3): less than that is a key whose end is missing.
    private static bool IsCut(string text)
    {
        var record = KeyRecord.Parse(Encoding.Latin1.GetBytes(text));
        if (record.Problem is not (SignatureReason.KeyUnreadable or SignatureReason.KeySyntaxError)) return false;
        var at = text.IndexOf("p=", StringComparison.Ordinal);
        if (at < 0) return false;
        var octets = Octets(text.AsSpan(at + 2));
        return octets switch
        {
            [0x30, 0x82, var high, var low, ..] => ((high << 8) | low) + 4 > octets.Length,
            [0x30, 0x81, var length, ..] => length + 3 > octets.Length,
            _ => text.Length == MaxString && octets.Length > 0,
        };
    }

    private static byte[] Octets(ReadOnlySpan<char> value)
    {
        var end = value.IndexOfAny(';', '"');
        if (end >= 0) value = value[..end];
        var packed = new StringBuilder();
        foreach (var c in value)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '+' or '/') packed.Append(c);
        }
        packed.Length -= packed.Length % 4;
        return Convert.FromBase64String(packed.ToString());
    }

    // A master file takes what follows a semicolon for a comment, unless it is quoted.
    private static bool EndsAtSemicolon(string text) => text.Trim(' ', ';', '"') is "v=DKIM1" or "k=rsa" or "v=DKIM1; k=rsa" or "v=DKIM1;k=rsa" or "v=DKIM1; h=sha256" or "v=DKIM1; h=sha256; k=rsa";
}
