namespace Todoku.Mail.Authors;

/// <summary>Why no author's domain can be read without a guess.</summary>
public enum MalformedAuthor
{
    /// <summary>The message has more than one From field (RFC 5322, section 3.6, wants exactly one).</summary>
    RepeatedField,

    /// <summary>The field is longer than <see cref="AuthorDomain.MaxLength"/>, or the header than is read.</summary>
    TooLong,

    /// <summary>An address can't be told from what stands around it.</summary>
    BrokenAddress,

    /// <summary>What stands after the @ is no domain name: an empty or too long label, octets that are no UTF-8, a label that IDNA forbids.</summary>
    InvalidDomain,
}
