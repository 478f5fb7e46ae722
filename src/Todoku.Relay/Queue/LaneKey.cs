using Todoku.Mail;

namespace Todoku.Relay.Queue;

/// <summary>
/// The name of a lane: one provider, or one domain whose provider is not known. A lane never says by which path its mail leaves: that is chosen
/// at each attempt, so that a blocked path moves no entry.
/// </summary>
/// <param name="Name"><c>provider:ID</c>, <c>mx:HOSTS</c> or <c>domain:NAME</c>.</param>
public readonly record struct LaneKey(string Name)
{
    /// <summary>All domains of a provider that <c>knowledge/providers</c> has.</summary>
    public static LaneKey OfProvider(string id) => new($"provider:{id}");

    /// <summary>A domain of its own.</summary>
    public static LaneKey OfDomain(DomainName domain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        return new($"domain:{domain}");
    }

    /// <summary>All domains that share a set of MX hosts, in whatever order DNS named them.</summary>
    public static LaneKey OfHosts(IEnumerable<DomainName> hosts) =>
        new($"mx:{string.Join(',', hosts.Select(host => host.ToString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}");

    /// <inheritdoc/>
    public override string ToString() => Name ?? "";
}
