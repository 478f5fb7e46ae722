using Todoku.Mail;

namespace Todoku.Dns.Updates;

/// <summary>What is changed in a zone, all of it or nothing (RFC 2136, section 3.4).</summary>
/// <param name="Zone">The zone.</param>
public sealed record DnsUpdate(DomainName Zone)
{
    /// <summary>Names and types that there must be no record of.</summary>
    public IReadOnlyList<DnsQuestion> Absent { get; init; } = [];

    /// <summary>Records that must be there, and no others of their names and types.</summary>
    public IReadOnlyList<UpdateRecord> Required { get; init; } = [];

    /// <summary>Records that go.</summary>
    public IReadOnlyList<UpdateRecord> Removed { get; init; } = [];

    /// <summary>Records that come.</summary>
    public IReadOnlyList<UpdateRecord> Added { get; init; } = [];
}
