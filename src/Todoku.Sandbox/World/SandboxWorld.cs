using Todoku.Dns;
using Todoku.Dns.Network;
using Todoku.Dns.Zones;
using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Sandbox.Mails;
using Todoku.Sandbox.Receiving;
using Todoku.Sandbox.Scenarios;
using Todoku.Sandbox.World.Listings;

namespace Todoku.Sandbox.World;

/// <summary>A small internet: its zones, blocklists, hosts and providers, its clock and what happens in it. Nothing of it listens; that is <see cref="SandboxServer"/>.</summary>
/// <remarks>What is due by the clock happens when somebody looks: with every question to DNS, every step of a session, every request of the mailbox. So no timer decides what comes first.</remarks>
public sealed class SandboxWorld
{
    private readonly Lock _lock = new();
    private readonly Queue<WorldEvent> _events;
    private readonly Action<string> _tell;

    /// <summary>Makes it.</summary>
    /// <param name="scenario">What it is made of.</param>
    /// <param name="knowledge">The knowledge, which has the words of replies.</param>
    /// <param name="pace">The clock whose pace it takes.</param>
    /// <param name="tell">Is told what happens in it.</param>
    /// <exception cref="ZoneFileException">The zones can't stand together: a CNAME beside other records.</exception>
    public SandboxWorld(Scenario scenario, KnowledgeBase knowledge, TimeProvider pace, Action<string> tell)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        _tell = tell;
        Scenario = scenario;
        Clock = new WorldClock(pace, scenario.Begins);
        Blocklists = [.. scenario.Blocklists.Select(list => BlocklistOf(list, scenario.TimeToLive))];
        Zones = new WorldZones(scenario.Zones, WorldRecords.Of(scenario), Blocklists, scenario.TimeToLive, tell);
        foreach (var host in scenario.Hosts)
            if (host.From is { } from) Addresses.Add(from, host.Address);
        // Nothing is kept of what a resolver says: a change is seen as soon as the resolver itself sees it.
        var hasOwnDns = scenario.Resolvers.Count == 0;
        Dns = hasOwnDns ? Zones : new ToldResolver(new NetworkResolver(scenario.Resolvers, NetworkResolver.DefaultTimeout, pace), tell);
        IListings listings = hasOwnDns ? new OwnListings(Blocklists) : new AskedListings(Dns, AskedListings.ZonesOf(scenario.Blocklists, knowledge));
        var parts = new ProviderParts { Dns = Dns, Listings = listings, Addresses = Addresses, Knowledge = knowledge, Mails = Mails, Time = Clock, Look = Look };
        Providers = [.. scenario.Providers.Select((one, number) => new ProviderReceiver(one, ProfileBook.Read(one.Profile), parts, new Random(scenario.Seed + number)))];
        foreach (var provider in Providers)
            foreach (var host in scenario.Hosts)
                if (host.Reputation is { } score) provider.Reputations.Set(host.Address, score);
        _events = new Queue<WorldEvent>(scenario.Events);
    }

    /// <summary>What it is made of.</summary>
    public Scenario Scenario { get; }

    /// <summary>Its clock.</summary>
    public WorldClock Clock { get; }

    /// <summary>Its DNS as its hosts ask it: <see cref="Zones"/>, or the resolvers that the scenario names.</summary>
    public IDnsResolver Dns { get; }

    /// <summary>The DNS of its own; empty where resolvers are asked.</summary>
    public WorldZones Zones { get; }

    /// <summary>Its blocklists.</summary>
    public IReadOnlyList<Blocklist> Blocklists { get; }

    /// <summary>Which address a client has in it.</summary>
    public AddressMap Addresses { get; } = new();

    /// <summary>Its providers, in the order of the scenario.</summary>
    public IReadOnlyList<ProviderReceiver> Providers { get; }

    /// <summary>The mail that was sent in it.</summary>
    public MailStore Mails { get; } = new();

    /// <summary>Lets happen what is due.</summary>
    public void Look()
    {
        lock (_lock)
        {
            var time = Clock.GetUtcNow() - Clock.Began;
            while (_events.TryPeek(out var next) && next.After <= time) Apply(_events.Dequeue().Change);
        }
    }

    /// <summary>Changes it now.</summary>
    /// <returns>What is wrong with the change; null when it was made.</returns>
    public string? Apply(WorldChange change)
    {
        var wrong = Make(change);
        _tell(wrong ?? WorldWords.Of(change));
        return wrong;
    }

    private string? Make(WorldChange change)
    {
        switch (change)
        {
            case WorldChange.List list:
                return With(list.Blocklist, one => one.List(list.Entry));
            case WorldChange.Delist delist:
                return With(delist.Blocklist, one => one.Delist(delist.Network));
            case WorldChange.Publish publish:
                return Zones.Publish(publish.Records)?.Message;
            case WorldChange.Withdraw withdraw:
                Zones.Withdraw(withdraw.Name, withdraw.Type);
                return null;
            case WorldChange.AddressReputation reputation:
                return AtProviders(reputation.Provider, one => one.Reputations.Set(reputation.Address, reputation.Score));
            case WorldChange.DomainReputation reputation:
                return AtProviders(reputation.Provider, one => one.Reputations.Set(reputation.Domain, reputation.Score));
            case WorldChange.Complain complain:
                return AtProviders(complain.Provider, one => one.Reputations.Complained(complain.Address, complain.Complaints));
            case WorldChange.Switch turn:
                return AtProviders(turn.Provider, one => one.IsUp = turn.IsUp);
            default:
                throw new ArgumentOutOfRangeException(nameof(change));
        }
    }

    private string? With(DomainName zone, Action<Blocklist> change)
    {
        var list = Blocklists.FirstOrDefault(one => one.Zone.Equals(zone));
        if (list is null) return $"there is no blocklist {zone}";
        change(list);
        return null;
    }

    private string? AtProviders(DomainName? host, Action<ProviderReceiver> change)
    {
        var found = Providers.Where(one => host is null || one.Host.Equals(host)).ToArray();
        foreach (var one in found) change(one);
        return found.Length == 0 ? $"there is no provider {host}" : null;
    }

    private static Blocklist BlocklistOf(ScenarioBlocklist list, TimeSpan timeToLive)
    {
        var made = new Blocklist(list.Zone, timeToLive);
        foreach (var entry in list.Listed) made.List(entry);
        return made;
    }
}
