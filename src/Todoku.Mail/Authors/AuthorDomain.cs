using Todoku.Mail.Messages;

namespace Todoku.Mail.Authors;

/// <summary>
/// The domain that the From field of a message names as its author's (RFC 9989, section 3.2.2): exactly one, or why there is none.
/// </summary>
/// <remarks>
/// The field is read as RFC 5322, section 3.4, has it, with the obsolete forms of section 4.4 and the groups of RFC 6854. What no form
/// allows is read only as far as it leaves no choice: the address in angle brackets counts, whatever the display name holds; addresses with
/// different domains are several; an address that can't be told from what stands around it makes the field malformed. A guess would let a
/// stranger show one domain to a person and another one to DMARC.
/// </remarks>
public abstract record AuthorDomain
{
    private AuthorDomain()
    {
    }

    /// <summary>All addresses of the field lie in one domain.</summary>
    /// <param name="Domain">It, with A-labels.</param>
    /// <param name="IsRepaired">Whether the field breaks RFC 5322, but names no other domain.</param>
    public sealed record One(DomainName Domain, bool IsRepaired) : AuthorDomain;

    /// <summary>The addresses lie in different domains.</summary>
    /// <param name="Domains">The first ones, at most <see cref="MaxDomains"/>, each once.</param>
    public sealed record Several(IReadOnlyList<DomainName> Domains) : AuthorDomain;

    /// <summary>There is no From field, or none of its addresses has a domain: an empty group, an address literal.</summary>
    /// <param name="Reason">What it is.</param>
    public sealed record Missing(MissingAuthor Reason) : AuthorDomain;

    /// <summary>The field, or the header, can't be read without a guess.</summary>
    /// <param name="Reason">What is wrong.</param>
    public sealed record Malformed(MalformedAuthor Reason) : AuthorDomain;

    /// <summary>The most octets of a From field that are read; a longer one is malformed.</summary>
    public const int MaxLength = 65_536;

    /// <summary>The most domains that are named.</summary>
    public const int MaxDomains = 8;

    /// <summary>Reads the From field of a message.</summary>
    public static AuthorDomain OfMessage(MessageHeaders headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        // What was not read may hold another From field.
        if (!headers.IsComplete) return new Malformed(MalformedAuthor.TooLong);
        var fields = headers.All("From"u8);
        return fields.Count switch
        {
            0 => new Missing(MissingAuthor.NoField),
            1 => Of(fields[0].Value.Span),
            _ => new Malformed(MalformedAuthor.RepeatedField),
        };
    }

    /// <summary>Reads one From field: what follows the colon, folded or not.</summary>
    public static AuthorDomain Of(ReadOnlySpan<byte> field) =>
        field.Length > MaxLength ? new Malformed(MalformedAuthor.TooLong) : new FromFieldParser(field, FromFieldLexer.Read(field)).Parse();
}
