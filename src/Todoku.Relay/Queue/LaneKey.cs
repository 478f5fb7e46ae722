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

    /// <summary>Whether the lane is of a provider, by the id that paths and limits call it: that of the knowledge, the domain of its servers, or the recipients' domain.</summary>
    public bool IsOf(string provider)
    {
        ArgumentException.ThrowIfNullOrEmpty(provider);
        var colon = Name.IndexOf(':', StringComparison.Ordinal);
        var rest = Name[(colon + 1)..];
        if (!Name.StartsWith("mx:", StringComparison.Ordinal)) return rest == provider;
        return rest.Split(',').Any(host => host == provider || (host.Length > provider.Length && host.EndsWith(provider, StringComparison.Ordinal) && host[^(provider.Length + 1)] == '.'));
    }

    /// <inheritdoc/>
    public override string ToString() => Name ?? "";
}
