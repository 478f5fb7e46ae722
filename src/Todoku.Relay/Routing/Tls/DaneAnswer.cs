using Todoku.Mail;
using Todoku.Smtp.Client.Tls;

namespace Todoku.Relay.Routing.Tls;

/// <summary>What DANE says of a server.</summary>
internal abstract record DaneAnswer
{
    private DaneAnswer()
    {
    }

    /// <summary>Nothing: DNSSEC does not vouch for the way to the server, or it has no TLSA records.</summary>
    public sealed record None : DaneAnswer
    {
        public static None Plain { get; } = new();
    }

    /// <summary>It has records that DNSSEC vouches for, at least one.</summary>
    /// <param name="Associations">The records, of use or not.</param>
    /// <param name="Names">Names that its certificate may have (RFC 7672, section 3.2.2).</param>
    /// <param name="TimeToLive">How long they may be kept.</param>
    public sealed record Records(IReadOnlyList<TlsaAssociation> Associations, IReadOnlyList<DomainName> Names, TimeSpan TimeToLive) : DaneAnswer;

    /// <summary>It could not be found out, and that may be an attack.</summary>
    /// <param name="Detail">Why, in English.</param>
    public sealed record Failed(string Detail) : DaneAnswer;
}
