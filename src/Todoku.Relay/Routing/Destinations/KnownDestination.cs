using Todoku.Relay.Routing.Tls;
using Todoku.Smtp.Client.Tls;

namespace Todoku.Relay.Routing.Destinations;

/// <summary>What is remembered of a domain.</summary>
/// <param name="destination">Where its mail goes, before its remembered TLS is thought of.</param>
/// <param name="until">Until which time stamp.</param>
internal sealed class KnownDestination(Destination destination, long until)
{
    private Raise? _raise;

    public Destination Destination => destination;

    public long Until => until;

    /// <summary>
    /// The servers with TLS asked for where the domain had it. Made once for each thing remembered, not for each message: a connection is shared by messages that
    /// ask the same.
    /// </summary>
    public IReadOnlyList<MailServer> Raised(IReadOnlyList<MailServer> hosts, TlsDemand demand)
    {
        if (demand == TlsDemand.None) return hosts;
        if (Volatile.Read(ref _raise) is { } raise && raise.Demand == demand) return raise.Hosts;
        MailServer[] raised = [.. hosts.Select(host => host.Tls is TlsRequirement.Opportunistic ? host with { Tls = demand.Requirement, TlsReason = demand.Reason } : host)];
        Volatile.Write(ref _raise, new Raise(demand, raised));
        return raised;
    }

    private sealed record Raise(TlsDemand Demand, IReadOnlyList<MailServer> Hosts);
}
