using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Todoku.Mail;
using Todoku.Relay.Queue;
using Todoku.Relay.Routing.Tls;
using Todoku.Smtp.Client.Tls;

namespace Todoku.Relay.Routing.Destinations;

/// <summary>
/// Finds the servers of a domain (<see cref="ServerLookup"/>), whose they are, the lane that they share, and what TLS is asked of each
/// (<see cref="TlsPolicies"/>, <see cref="TlsMemory"/>). Remembers that within bounds, asks once however many messages wait, and gives equal servers in
/// another order each time.
/// </summary>
public sealed class DestinationFinder : IDestinationFinder
{
    // Servers that share no provider make one lane by their names; beyond this many the lane would be a list, and the domain gets its own.
    private const int MaxLaneHosts = 6;

    // A part of what is remembered goes at a time, so that a full memory is not searched with every new domain.
    private const int ForgottenPart = 8;

    private static readonly TlsRequirement Clear = new TlsRequirement.None();

    private readonly DestinationParts _parts;
    private readonly DestinationOptions _options;
    private readonly ServerLookup _lookup;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<DomainName, KnownDestination> _known = new();
    private readonly ConcurrentDictionary<DomainName, Task<KnownDestination>> _asking = new();

    /// <summary>Makes it.</summary>
    /// <param name="parts">What it works with.</param>
    /// <param name="options">Limits.</param>
    public DestinationFinder(DestinationParts parts, DestinationOptions options)
    {
        ArgumentNullException.ThrowIfNull(parts);
        _parts = parts;
        _options = options;
        _time = parts.Clock.Time;
        _lookup = new ServerLookup(parts.Dns, options);
    }

    /// <inheritdoc/>
    public Destination? Recall(DomainName domain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        if (!_known.TryGetValue(domain, out var known)) return AddressLiteral.TryParse(domain.ToString(), out var address) ? OfLiteral(domain, address) : null;
        if (known.Until > _time.GetTimestamp()) return InOrder(domain, known);
        _known.TryRemove(KeyValuePair.Create(domain, known));
        return null;
    }

    /// <inheritdoc/>
    public async ValueTask<Destination> FindAsync(DomainName domain, CancellationToken cancellation)
    {
        if (Recall(domain) is { } recalled) return recalled;
        return InOrder(domain, await AskOnceAsync(domain).WaitAsync(cancellation).ConfigureAwait(false));
    }

    private Destination OfLiteral(DomainName domain, IPAddress address)
    {
        var text = address.ToString();
        if (_options.IsOwn(address)) return new Destination.NotKnown($"mail to [{text}] would loop back to this relay: the address is its own (local-config/loop)");
        if (!_options.IsUsableLiteral(address) || !DomainName.TryParse(text, out var name)) return new Destination.NoSuchDomain($"[{text}] is no address that mail is sent to");
        var provider = _parts.Knowledge.Identify([], [], Encoding.ASCII.GetBytes(text));
        return new Destination.Servers(LaneKey.OfDomain(domain), provider, [new MailServer(name, 0, [address], HostTls.Opportunistic.Requirement, HostTls.Opportunistic.Reason)]);
    }

    // Whoever comes first asks for all, and asks on when it gives up itself.
    private Task<KnownDestination> AskOnceAsync(DomainName domain)
    {
        if (_asking.TryGetValue(domain, out var asking)) return asking;
        var mine = new TaskCompletionSource<KnownDestination>(TaskCreationOptions.RunContinuationsAsynchronously);
        asking = _asking.GetOrAdd(domain, mine.Task);
        if (asking == mine.Task) _ = AskAsync(domain, mine);
        return asking;
    }

    private async Task AskAsync(DomainName domain, TaskCompletionSource<KnownDestination> done)
    {
        try
        {
            var (destination, life) = await DecideAsync(domain, await _lookup.FindAsync(domain).ConfigureAwait(false)).ConfigureAwait(false);
            var kept = life < _options.Shortest && destination is Destination.Servers ? _options.Shortest : life > _options.Longest ? _options.Longest : life;
            var known = new KnownDestination(destination, _time.GetTimestamp() + (long)(kept.TotalSeconds * _time.TimestampFrequency));
            if (_known.Count >= _options.Domains) Forget();
            _known[domain] = known;
            _asking.TryRemove(domain, out _);
            done.SetResult(known);
        }
        catch (Exception error)
        {
            _asking.TryRemove(domain, out _);
            done.SetException(error);
        }
    }

    private async Task<(Destination Destination, TimeSpan Life)> DecideAsync(DomainName domain, ServerLookupResult result)
    {
        if (result is not ServerLookupResult.Servers found) return (((ServerLookupResult.Nowhere)result).Destination, result.TimeToLive);
        var plan = await _parts.Tls.PlanAsync(domain, found).ConfigureAwait(false);
        var life = plan.Life < result.TimeToLive ? plan.Life : result.TimeToLive;
        var servers = new List<MailServer>(found.Candidates.Count);
        for (var i = 0; i < found.Candidates.Count; i++)
            if (plan.Hosts[i] is HostTls.Asked asked) servers.Add(new MailServer(found.Candidates[i].Name, found.Candidates[i].Preference, found.Candidates[i].Addresses.Usable, asked.Requirement, asked.Reason));
        if (servers.Count == 0)
        {
            var reasons = string.Join("; ", plan.Hosts.OfType<HostTls.Refused>().Select(one => one.Reason).Distinct(StringComparer.Ordinal).Take(3));
            return (new Destination.NotKnown($"no mail server of {domain} may be used: {reasons}"), life < _options.Shortest ? life : _options.Shortest);
        }
        return (ServersOf(domain, found, servers), life);
    }

    private Destination.Servers ServersOf(DomainName domain, ServerLookupResult.Servers found, List<MailServer> servers)
    {
        // Of the best servers always the same one says whose they are, in whatever order DNS names them.
        var best = found.Candidates.Where(one => one.Preference == found.Candidates[0].Preference).Select(one => one.Name.ToString()).Order(StringComparer.Ordinal).First();
        var provider = _parts.Knowledge.Identify(Encoding.ASCII.GetBytes(best), [], Encoding.ASCII.GetBytes(domain.ToString()));
        var lane = provider.IsKnown ? LaneKey.OfProvider(provider.Id)
            : found.HasRecords && found.Names.Count <= MaxLaneHosts ? LaneKey.OfHosts(found.Names)
            : LaneKey.OfDomain(domain);
        return new Destination.Servers(lane, provider, servers);
    }

    // Equal servers share the load, and so do the addresses of one: in another order at each ask. What failed lately goes last.
    private Destination InOrder(DomainName domain, KnownDestination known)
    {
        if (known.Destination is not Destination.Servers servers) return known.Destination;
        var hosts = known.Raised(servers.Hosts, _parts.Memory.Recall(domain, servers.Hosts)).ToArray();
        for (var i = 0; i < hosts.Length; i++)
        {
            if (hosts[i].Tls is TlsRequirement.Opportunistic && _parts.Memory.IsBroken(hosts[i].Name)) hosts[i] = hosts[i] with { Tls = Clear, TlsReason = "its TLS broke lately" };
            if (hosts[i].Addresses.Count > 1) hosts[i] = hosts[i] with { Addresses = InOrder(hosts[i].Addresses) };
        }
        for (var (start, end) = (0, 0); start < hosts.Length; start = end)
        {
            while (end < hosts.Length && hosts[end].Preference == hosts[start].Preference) end++;
            if (end - start > 1) _parts.Chance.Shuffle(hosts.AsSpan(start, end - start));
        }
        return servers with { Hosts = hosts };
    }

    // The families stay in turn.
    private IPAddress[] InOrder(IReadOnlyList<IPAddress> addresses)
    {
        var ordered = addresses.ToArray();
        for (var i = ordered.Length - 1; i > 0; i--)
        {
            var other = _parts.Chance.Next(i + 1);
            if (ordered[other].AddressFamily == ordered[i].AddressFamily) (ordered[i], ordered[other]) = (ordered[other], ordered[i]);
        }
        _parts.Families.Order(ordered);
        return ordered;
    }

    private void Forget()
    {
        var now = _time.GetTimestamp();
        foreach (var (name, known) in _known)
            if (known.Until <= now) _known.TryRemove(name, out _);
        var most = _options.Domains - Math.Max(1, _options.Domains / ForgottenPart);
        foreach (var (name, _) in _known)
        {
            if (_known.Count <= most) break;
            _known.TryRemove(name, out _);
        }
    }
}
