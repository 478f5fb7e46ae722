using System.Collections.Concurrent;
using Todoku.Authentication.MtaSts;
using Todoku.Authentication.TagLists;
using Todoku.Dns;
using Todoku.Mail;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Relay.State;

namespace Todoku.Relay.Routing.Tls;

/// <summary>
/// Knows the MTA-STS policies of domains (RFC 8461, sections 3.3 and 5.1). One that was fetched holds for its max_age, whatever becomes of its record or web
/// server; a new id in the record has it fetched anew, and so does its age, in the background. Mail waits a few seconds for a policy that is not known, then goes
/// without.
/// </summary>
/// <param name="dns">DNS.</param>
/// <param name="fetcher">Gets policies.</param>
/// <param name="state">Keeps them.</param>
/// <param name="options">Limits.</param>
/// <param name="clock">The time.</param>
public sealed class StsPolicies(IDnsResolver dns, IPolicyFetcher fetcher, IRelayState state, StsOptions options, SteadyClock clock) : IDisposable
{
    private const string Kind = "mta-sts";
    private const int MaxFailed = 10_000;
    private const int MaxRefreshed = 1000;

    private static readonly TimeSpan Round = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<DomainName, KeptPolicy> _policies = new();
    private readonly ConcurrentDictionary<DomainName, (string Id, DateTimeOffset At)> _failed = new();
    private readonly ConcurrentDictionary<DomainName, Task<KeptPolicy?>> _fetching = new();
    private readonly SemaphoreSlim _places = new(options.Fetches);
    private readonly CancellationTokenSource _stop = new();
    private ITimer? _timer;
    private int _isRefreshing;

    /// <summary>The policies that are known, those that ran out too until they are next looked at.</summary>
    public IReadOnlyDictionary<DomainName, KeptPolicy> Policies => _policies;

    /// <summary>Reads the policies that were kept.</summary>
    public ValueTask<LoadOutcome> LoadAsync() => state.LoadAsync(Kind, row =>
    {
        if (DomainName.TryParse(row.Key, out var domain) && KeptPolicyText.Read(row.Value) is { } kept && kept.ExpiresAt > clock.Now && _policies.Count < options.Policies) _policies[domain] = kept;
    });

    /// <summary>Begins to fetch anew what grows old, every hour.</summary>
    public void Start() => _timer ??= clock.Time.CreateTimer(static policies => _ = ((StsPolicies)policies!).RefreshAsync(), this, Round, Round);

    /// <summary>Fetches the policies anew that are due, and forgets those that ran out.</summary>
    public async Task RefreshAsync()
    {
        if (Interlocked.Exchange(ref _isRefreshing, 1) == 1) return;
        var now = clock.Now;
        foreach (var (domain, kept) in _policies)
            if (kept.ExpiresAt <= now) _policies.TryRemove(KeyValuePair.Create(domain, kept));
        var due = _policies.Where(one => now - one.Value.FetchedAt >= options.Refresh && now - one.Value.UsedAt < options.Unused).OrderBy(one => one.Value.ExpiresAt).Take(MaxRefreshed).ToArray();
        await Task.WhenAll(due.Select(one => RefreshAsync(one.Key, one.Value))).ConfigureAwait(false);
        Volatile.Write(ref _isRefreshing, 0);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer?.Dispose();
        _stop.Cancel();
        _stop.Dispose();
    }

    /// <summary>The policy that holds for a domain now. Takes as long as DNS, and at most <see cref="StsOptions.Patience"/> more.</summary>
    internal async Task<StsAnswer> FindAsync(DomainName domain)
    {
        var known = Known(domain);
        var (id, isAnswered) = await IdAsync(domain).ConfigureAwait(false);
        if (known is not null && (id is null || id == known.Id)) return new StsAnswer(known.Policy, false);
        if (id is null) return new StsAnswer(null, !isAnswered);
        if (HasFailedLately(domain, id)) return new StsAnswer(known?.Policy, false);
        try
        {
            var fetched = await FetchOnceAsync(domain, id).WaitAsync(options.Patience, clock.Time).ConfigureAwait(false);
            return new StsAnswer((fetched ?? known)?.Policy, false);
        }
        catch (TimeoutException)
        {
            return new StsAnswer(known?.Policy, true);
        }
    }

    private KeptPolicy? Known(DomainName domain)
    {
        if (!_policies.TryGetValue(domain, out var kept)) return null;
        var now = clock.Now;
        if (kept.ExpiresAt <= now)
        {
            _policies.TryRemove(KeyValuePair.Create(domain, kept));
            return null;
        }
        // Written down with the next fetch: exact enough to tell what is still in use.
        if (now - kept.UsedAt > Round) _policies.TryUpdate(domain, kept with { UsedAt = now }, kept);
        return kept;
    }

    // The record is asked for by the domain's own name alone; more than one is as none (RFC 8461, section 3.1).
    private async Task<(string? Id, bool IsAnswered)> IdAsync(DomainName domain)
    {
        if (!MtaStsRecord.TryName(domain, out var name)) return (null, true);
        var answer = await dns.AskAsync(name, DnsRecordType.TXT, CancellationToken.None).ConfigureAwait(false);
        if (answer is DnsAnswer.Failed) return (null, false);
        return (answer is DnsAnswer.Found found && VersionedText.Of(found, MtaStsRecord.Version) is [var record] ? MtaStsRecord.IdOf(record) : null, true);
    }

    private async Task RefreshAsync(DomainName domain, KeptPolicy kept)
    {
        // Whoever suppresses the record must not make the policy run out (RFC 8461, section 10.2).
        var id = (await IdAsync(domain).ConfigureAwait(false)).Id ?? kept.Id;
        if (!HasFailedLately(domain, id)) await FetchOnceAsync(domain, id).ConfigureAwait(false);
    }

    private bool HasFailedLately(DomainName domain, string id) => _failed.TryGetValue(domain, out var failed) && failed.Id == id && clock.Now - failed.At < options.RetryAfter;

    private Task<KeptPolicy?> FetchOnceAsync(DomainName domain, string id)
    {
        if (_fetching.TryGetValue(domain, out var fetching)) return fetching;
        var mine = new TaskCompletionSource<KeptPolicy?>(TaskCreationOptions.RunContinuationsAsynchronously);
        fetching = _fetching.GetOrAdd(domain, mine.Task);
        if (fetching == mine.Task) _ = FetchAsync(domain, id, mine);
        return fetching;
    }

    private async Task FetchAsync(DomainName domain, string id, TaskCompletionSource<KeptPolicy?> done)
    {
        KeptPolicy? kept = null;
        try
        {
            var policy = await FetchAsync(domain).ConfigureAwait(false);
            var now = clock.Now;
            if (policy is null) Fail(domain, id, now);
            else Keep(domain, kept = new KeptPolicy(policy, id, now, _policies.TryGetValue(domain, out var old) ? old.UsedAt : now));
        }
        finally
        {
            _fetching.TryRemove(domain, out _);
            done.SetResult(kept);
        }
        if (kept is not null) await WriteAsync(domain, kept).ConfigureAwait(false);
    }

    private async Task<MtaStsPolicy?> FetchAsync(DomainName domain)
    {
        try
        {
            await _places.WaitAsync(_stop.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException)
        {
            return null;
        }
        try
        {
            return await fetcher.FetchAsync(domain, _stop.Token).ConfigureAwait(false) is PolicyFetch.Fetched fetched ? MtaStsPolicy.Parse(fetched.Text, out _) : null;
        }
        catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException)
        {
            return null;
        }
        finally
        {
            _places.Release();
        }
    }

    private void Fail(DomainName domain, string id, DateTimeOffset now)
    {
        if (_failed.Count >= MaxFailed) _failed.Clear();
        _failed[domain] = (id, now);
    }

    private void Keep(DomainName domain, KeptPolicy kept)
    {
        if (_policies.Count >= options.Policies && !_policies.ContainsKey(domain))
            foreach (var (eldest, _) in _policies.OrderBy(one => one.Value.UsedAt).Take(Math.Max(1, options.Policies / 8)).ToArray()) _policies.TryRemove(eldest, out _);
        _policies[domain] = kept;
        _failed.TryRemove(domain, out _);
    }

    // A policy too large to be kept is fetched again after a restart.
    private async Task WriteAsync(DomainName domain, KeptPolicy kept)
    {
        var value = KeptPolicyText.Write(kept);
        if (value.Length <= StateRow.MaxValueLength) await state.PutAsync([new StateRow(Kind, domain.ToString(), value, kept.ExpiresAt)], CancellationToken.None).ConfigureAwait(false);
    }
}
