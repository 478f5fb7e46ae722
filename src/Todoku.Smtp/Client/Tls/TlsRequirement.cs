using Todoku.Mail;

namespace Todoku.Smtp.Client.Tls;

/// <summary>What TLS a session must have. It is never lowered within a session: a caller that wants less opens another.</summary>
public abstract record TlsRequirement
{
    private TlsRequirement()
    {
    }

    /// <summary>Whether a session without TLS is a failure.</summary>
    public bool IsMandatory => this is Encrypted or Verified or Dane;

    /// <summary>TLS is not begun.</summary>
    public sealed record None : TlsRequirement;

    /// <summary>TLS where the server offers it, with any certificate (RFC 7435).</summary>
    public sealed record Opportunistic : TlsRequirement;

    /// <summary>TLS with any certificate.</summary>
    public sealed record Encrypted : TlsRequirement;

    /// <summary>TLS with a certificate that a trusted authority issued for one of the names (MTA-STS, RFC 8461, section 4.1; smart hosts).</summary>
    /// <param name="Names">The names, at least one.</param>
    public sealed record Verified(IReadOnlyList<DomainName> Names) : TlsRequirement
    {
        /// <summary>Whether the same names are asked for: sessions that ask for the same may be shared.</summary>
        public bool Equals(Verified? other) => other is not null && Names.SequenceEqual(other.Names);

        /// <inheritdoc/>
        public override int GetHashCode() => Names.Count == 0 ? 0 : HashCode.Combine(Names.Count, Names[0]);
    }

    /// <summary>TLS with a certificate that a TLSA record names (RFC 7672). The caller has checked that DNSSEC vouches for the records.</summary>
    /// <param name="Associations">The records, unusable ones too: when none is usable any certificate will do (RFC 7672, section 2.2).</param>
    /// <param name="Names">The names for usage 2: the TLSA base domain, and the next-hop domain (RFC 7672, section 3.2.2).</param>
    public sealed record Dane(IReadOnlyList<TlsaAssociation> Associations, IReadOnlyList<DomainName> Names) : TlsRequirement;
}
