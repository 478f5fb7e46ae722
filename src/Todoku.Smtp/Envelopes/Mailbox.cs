using System.Text;

namespace Todoku.Smtp.Envelopes;

/// <summary>
/// An address of an envelope (RFC 5321, section 4.1.2; RFC 6531, section 3.3). The local part is held without its quotes, since <c>"user"</c> and
/// <c>user</c> are one mailbox; it is written with quotes where the grammar asks for them.
/// </summary>
public sealed record Mailbox
{
    internal Mailbox(string localPart, string domain) => (LocalPart, Domain) = (localPart, domain);

    /// <summary>The local part, unquoted, its case kept.</summary>
    public string LocalPart { get; }

    /// <summary>The domain in lower case as it was given, a literal in brackets, or empty: only <c>postmaster</c> may stand alone.</summary>
    public string Domain { get; }

    /// <summary>Whether the domain is an address in brackets.</summary>
    public bool IsAddressLiteral => Domain.StartsWith('[');

    /// <summary>
    /// Whether dots stand where the grammar has none: two in a row, or one at an end. Japanese mobile carriers issued such addresses
    /// (<c>foo..bar@docomo.ne.jp</c>) and clients send them without quotes.
    /// </summary>
    public bool HasStrayDots => LocalPart.StartsWith('.') || LocalPart.EndsWith('.') || LocalPart.Contains("..", StringComparison.Ordinal);

    /// <summary>Whether it holds an octet outside ASCII, so that only servers with SMTPUTF8 take it.</summary>
    public bool IsInternational => !Ascii.IsValid(LocalPart) || !Ascii.IsValid(Domain);

    /// <summary>The address as it stands in a path, in the quoted form where it needs one.</summary>
    public override string ToString()
    {
        var local = NeedsQuotes ? $"\"{LocalPart.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : LocalPart;
        return Domain.Length == 0 ? local : $"{local}@{Domain}";
    }

    private bool NeedsQuotes => LocalPart.Length == 0 || HasStrayDots || LocalPart.AsSpan().ContainsAnyExcept(MailboxParser.DotStringChars) && !IsUtf8DotString;

    private bool IsUtf8DotString
    {
        get
        {
            foreach (var c in LocalPart)
            {
                if (c < 0x80 && !MailboxParser.DotStringChars.Contains(c)) return false;
            }
            return true;
        }
    }
}
