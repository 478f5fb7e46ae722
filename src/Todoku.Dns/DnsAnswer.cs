using Todoku.Mail;

namespace Todoku.Dns;

/// <summary>What DNS said to one question: records, no records of this type, no such name, or nothing that can be relied on.</summary>
public abstract record DnsAnswer
{
    private DnsAnswer()
    {
    }

    /// <summary>Who said it: address and port of a server, or the name of a zone file; empty when nobody did.</summary>
    public string AnsweredBy { get; init; } = "";

    /// <summary>Whether it was kept from an earlier question.</summary>
    public bool IsCached { get; init; }

    /// <summary>There are records of the type asked for; never an empty list.</summary>
    /// <param name="Records">The records, all of the type asked for.</param>
    /// <param name="TimeToLive">How long the answer may be kept: the least of all records and aliases (RFC 2181, section 5.2).</param>
    public sealed record Found(IReadOnlyList<DnsRecord> Records, TimeSpan TimeToLive) : DnsAnswer
    {
        /// <summary>The names that CNAMEs led over, in order, the name asked for not among them.</summary>
        public IReadOnlyList<DomainName> Aliases { get; init; } = [];

        /// <summary>Whether the resolver says that it verified the answer with DNSSEC (the AD bit, RFC 4035, section 3.2.3).</summary>
        public bool IsAuthenticated { get; init; }
    }

    /// <summary>The name exists and has no record of this type (RFC 2308, section 2.2).</summary>
    /// <param name="TimeToLive">How long that may be kept (RFC 2308, section 5).</param>
    public sealed record NoData(TimeSpan TimeToLive) : DnsAnswer;

    /// <summary>NXDOMAIN: neither this name nor one below it exists (RFC 8020).</summary>
    /// <param name="TimeToLive">How long that may be kept.</param>
    public sealed record NoSuchDomain(TimeSpan TimeToLive) : DnsAnswer;

    /// <summary>No answer that can be relied on.</summary>
    /// <param name="Failure">Why.</param>
    /// <param name="Server">Who was asked, as address and port; empty when nobody could be.</param>
    public sealed record Failed(DnsFailure Failure, string Server) : DnsAnswer;
}
