using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Todoku.Mail;

namespace Todoku.Authentication.Dmarc.Records;

/// <summary>Where reports go: one URI of rua or ruf (RFC 9989, section 4.8, dmarc-uri).</summary>
/// <param name="Uri">The URI, without an obsolete limit of size.</param>
/// <param name="Mailbox">The address of a mailto URI; null for another scheme.</param>
/// <param name="Domain">The domain that gets the reports; null when it isn't a mailto URI.</param>
/// <param name="SizeLimit">The obsolete limit, as "10m"; empty when there is none.</param>
public sealed record ReportAddress(string Uri, string? Mailbox, DomainName? Domain, string SizeLimit)
{
    // RFC 3986, section 2: what a URI is made of; a comma and an exclamation mark must be encoded (RFC 9989, section 4.8).
    private static readonly SearchValues<char> UriCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@$&'()*+;=%");

    /// <summary>Reads one address; false when it is no URI, or a mailto URI without a mail address.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out ReportAddress? address)
    {
        address = null;
        var size = SizeStart(text);
        var limit = size < 0 ? "" : text[(size + 1)..].ToString();
        var uri = size < 0 ? text : text[..size];
        var colon = uri.IndexOf(':');
        if (colon <= 0 || colon + 1 == uri.Length || !char.IsAsciiLetter(uri[0]) || uri.ContainsAnyExcept(UriCharacters)) return false;
        foreach (var letter in uri[..colon])
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('+' or '-' or '.')) return false;
        }
        if (!uri[..colon].Equals("mailto", StringComparison.OrdinalIgnoreCase))
        {
            address = new ReportAddress(uri.ToString(), null, null, limit);
            return true;
        }
        var path = uri[(colon + 1)..];
        if (path.IndexOf('?') is >= 0 and var query) path = path[..query];
        var mailbox = System.Uri.UnescapeDataString(path.ToString());
        var at = mailbox.LastIndexOf('@');
        if (at <= 0 || mailbox[0] == '/' || !DomainName.TryParse(mailbox.AsSpan(at + 1), out var domain)) return false;
        address = new ReportAddress(uri.ToString(), mailbox, domain, limit);
        return true;
    }

    // obs-dmarc-report-size = "!" 1*DIGIT [ "k" / "m" / "g" / "t" ]
    private static int SizeStart(ReadOnlySpan<char> text)
    {
        var mark = text.LastIndexOf('!');
        if (mark < 0) return -1;
        var digits = text[(mark + 1)..];
        if (digits.Length > 0 && "kmgtKMGT".Contains(digits[^1])) digits = digits[..^1];
        return digits.Length > 0 && !digits.ContainsAnyExceptInRange('0', '9') ? mark : -1;
    }
}
