using System.Diagnostics;
using System.Globalization;
using System.Text;
using Todoku.Mail;

namespace Todoku.Authentication.Spf;

/// <summary>Puts values in the place of macros (RFC 7208, section 7.3).</summary>
internal static class MacroExpander
{
    /// <summary>The name a term asks about.</summary>
    /// <param name="text">A domain with macros.</param>
    /// <param name="values">What the macros stand for.</param>
    /// <param name="domain">Macro d: the domain whose record is read.</param>
    /// <param name="clientName">Macro p.</param>
    public static TargetName ExpandName(MacroString text, MacroValues values, string domain, string clientName)
    {
        if (text.Fixed is { } target) return target;
        // From the right, and no further than a name reaches: what is left of that falls away, whatever it would be.
        var parts = new List<string>(text.Pieces.Length);
        var length = 0;
        for (var i = text.Pieces.Length - 1; i >= 0 && length <= DomainName.MaxLength + 1; i--)
        {
            var part = ValueOf(text.Pieces[i], values, domain, clientName);
            parts.Add(part);
            length += part.Length;
        }
        parts.Reverse();
        return ToTarget(string.Concat(parts));
    }

    /// <summary>The text for a refused sender; null when it would be too long.</summary>
    public static string? ExpandText(MacroString text, MacroValues values, string domain, string clientName)
    {
        var result = new StringBuilder();
        foreach (var piece in text.Pieces)
        {
            result.Append(ValueOf(piece, values, domain, clientName));
            if (result.Length > SpfLimits.ExplanationLength) return null;
        }
        return result.ToString();
    }

    /// <summary>
    /// Makes a name of an expanded text: a dot at its end is left out, and labels at its left that are too much (RFC 7208, section 7.3).
    /// </summary>
    public static TargetName ToTarget(string text)
    {
        var name = text.AsSpan();
        if (name.EndsWith('.')) name = name[..^1];
        while (name.Length > DomainName.MaxLength)
        {
            var dot = name.IndexOf('.');
            if (dot < 0) break;
            name = name[(dot + 1)..];
        }
        var shown = name.Length == text.Length ? text : name.ToString();
        return new TargetName(shown, name.EndsWith('.') ? null : ToName(shown));
    }

    /// <summary>A name of any octets as DNS carries it; null when it can't.</summary>
    public static DomainName? ToName(string text)
    {
        var isPlain = !text.AsSpan().ContainsAnyExceptInRange('!', '~') && !text.Contains('\\', StringComparison.Ordinal);
        return DomainName.TryParse(isPlain ? text : Escape(text), out var name) ? name : null;
    }

    private static string Escape(string text)
    {
        var result = new StringBuilder();
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            if (octet is > (byte)' ' and < 0x7f and not (byte)'\\') result.Append((char)octet);
            else result.Append(CultureInfo.InvariantCulture, $"\\{octet:D3}");
        }
        return result.ToString();
    }

    private static string ValueOf(MacroPiece piece, MacroValues values, string domain, string clientName)
    {
        if (piece.Literal is { } literal) return literal;
        var value = piece.Letter switch
        {
            's' => values.Sender,
            'l' => values.LocalPart,
            'o' => values.SenderDomain,
            'd' => domain,
            'i' => values.Client.Dotted(),
            'p' => clientName,
            'v' => values.Client.Tree,
            'h' => values.Helo,
            'c' => values.Client.Address.ToString(),
            'r' => values.Receiver,
            't' => values.UnixTime().ToString(CultureInfo.InvariantCulture),
            _ => throw new UnreachableException(),
        };
        if (piece.Parts > 0 || piece.IsReversed || piece.Delimiters != ".") value = Transform(value, piece);
        // Unreserved characters stay as they are (RFC 3986, section 2.3).
        return piece.IsEscaped ? Uri.EscapeDataString(value) : value;
    }

    private static string Transform(string value, MacroPiece piece)
    {
        var parts = value.Split(piece.Delimiters.ToCharArray());
        if (piece.IsReversed) Array.Reverse(parts);
        var first = piece.Parts == 0 ? 0 : Math.Max(0, parts.Length - piece.Parts);
        return string.Join('.', parts, first, parts.Length - first);
    }
}
