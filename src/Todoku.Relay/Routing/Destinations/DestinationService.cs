using Todoku.Authentication.MtaSts;
using Todoku.Dns;
using Todoku.Knowledge;
using Todoku.Relay.Delivery.Engine;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Relay.Routing.Tls;
using Todoku.Relay.State;

namespace Todoku.Relay.Routing.Destinations;

/// <summary>Everything that finds servers and remembers them, put together.</summary>
public sealed class DestinationService : IAsyncDisposable
{
    private readonly FamilyMemory _families;

    /// <summary>Puts it together.</summary>
    /// <param name="dns">DNS.</param>
    /// <param name="fetcher">Gets MTA-STS policies; null: none are asked for.</param>
    /// <param name="state">Where it is kept.</param>
    /// <param name="knowledge">Knows the providers.</param>
    /// <param name="options">Limits.</param>
    /// <param name="clock">The time.</param>
    /// <param name="say">Is told in English what an administrator should know.</param>
    public DestinationService(IDnsResolver dns, IPolicyFetcher? fetcher, IRelayState state, KnowledgeBase knowledge, DestinationOptions options, SteadyClock clock, Action<string> say)
    {
        ArgumentNullException.ThrowIfNull(clock);
        Policies = fetcher is null ? null : new StsPolicies(dns, fetcher, state, new StsOptions(), clock);
        Tls = new TlsMemory(state, clock, say);
        _families = new FamilyMemory(clock.Time);
        Finder = new DestinationFinder(new DestinationParts { Dns = dns, Knowledge = knowledge, Tls = new TlsPolicies(dns, Policies), Memory = Tls, Families = _families, Clock = clock }, options);
    }

    /// <summary>Finds the servers of domains.</summary>
    public IDestinationFinder Finder { get; }

    /// <summary>Learns from connections.</summary>
    public IConnectionObserver Connections => new ConnectionMemory(_families, Tls);

    /// <summary>The TLS that domains had, for an administrator to look at and to forget.</summary>
    public TlsMemory Tls { get; }

    /// <summary>The MTA-STS policies that are known; null when none are asked for.</summary>
    public StsPolicies? Policies { get; }

    /// <summary>Reads what was remembered. Without it the relay learns anew.</summary>
    /// <returns>What could not be read, in English; empty when all could.</returns>
    public async Task<string> LoadAsync()
    {
        var outcome = await Tls.LoadAsync().ConfigureAwait(false);
        if (outcome is LoadOutcome.Loaded && Policies is not null) outcome = await Policies.LoadAsync().ConfigureAwait(false);
        return outcome is LoadOutcome.Failed failed ? $"what was learned of the TLS of domains could not be read ({failed.Fault}: {failed.Detail}); it is learned anew" : "";
    }

    /// <summary>Begins to fetch policies anew as they grow old.</summary>
    public void Start() => Policies?.Start();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Policies?.Dispose();
        await Tls.DisposeAsync().ConfigureAwait(false);
    }
}
