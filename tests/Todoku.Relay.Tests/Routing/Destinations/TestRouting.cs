using Microsoft.Extensions.Time.Testing;
using Todoku.Authentication.MtaSts;
using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Relay.Queue;
using Todoku.Relay.Routing.Destinations;
using Todoku.Relay.Routing.Tls;
using Todoku.Relay.Tests.State;

namespace Todoku.Relay.Tests.Routing.Destinations;

/// <summary>All that finds destinations, over a zone, with a clock that a test moves.</summary>
internal sealed class TestRouting : IAsyncDisposable
{
    private static readonly KnowledgeBase Knowledge = KnowledgeBase.LoadEmbedded();

    public TestRouting(string zone, DestinationOptions? options = null, IPolicyFetcher? fetcher = null, MemoryState? state = null, StsOptions? sts = null)
    {
        Zone = new TestZone(zone);
        State = state ?? new MemoryState();
        Clock = new SteadyClock(Time);
        Policies = fetcher is null ? null : new StsPolicies(Zone, fetcher, State, sts ?? new StsOptions(), Clock);
        Memory = new TlsMemory(State, Clock, Said.Add);
        Families = new FamilyMemory(Time);
        var parts = new DestinationParts { Dns = Zone, Knowledge = Knowledge, Tls = new TlsPolicies(Zone, Policies), Memory = Memory, Families = Families, Clock = Clock, Chance = new Random(1) };
        Finder = new DestinationFinder(parts, options ?? new DestinationOptions { OwnNames = ["relay.example"] });
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));

    public SteadyClock Clock { get; }

    public TestZone Zone { get; }

    public MemoryState State { get; }

    public StsPolicies? Policies { get; }

    public TlsMemory Memory { get; }

    public FamilyMemory Families { get; }

    public DestinationFinder Finder { get; }

    public List<string> Said { get; } = [];

    public async Task<Destination> FindAsync(string domain) => await Finder.FindAsync(DomainName.Parse(domain), TestContext.Current.CancellationToken);

    public async Task<Destination.Servers> ServersAsync(string domain) => Assert.IsType<Destination.Servers>(await FindAsync(domain));

    /// <summary>The servers as one line, as <c>mx1.example[192.0.2.1] mx2.example[192.0.2.2]</c>.</summary>
    public async Task<string> LineAsync(string domain) => string.Join(' ', (await ServersAsync(domain)).Hosts.Select(host => $"{host.Name}[{string.Join(',', host.Addresses)}]"));

    /// <summary>Why there are no servers now.</summary>
    public async Task<string> WhyNotAsync(string domain) => Assert.IsType<Destination.NotKnown>(await FindAsync(domain)).Detail;

    public async ValueTask DisposeAsync()
    {
        Policies?.Dispose();
        await Memory.DisposeAsync();
    }
}
