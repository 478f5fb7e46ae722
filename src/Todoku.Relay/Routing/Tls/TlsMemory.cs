using System.Collections.Concurrent;
using System.Globalization;
using Todoku.Mail;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Relay.Routing.Destinations;
using Todoku.Relay.State;
using Todoku.Smtp.Client.Tls;

namespace Todoku.Relay.Routing.Tls;

/// <summary>
/// Remembers which domains had TLS, so that mail to them is never sent in clear because someone on the way left STARTTLS out of the server's answer.
/// <list type="bullet">
/// <item>A server of a domain gave TLS, with whatever certificate: from then on every server of the domain must give TLS, with whatever certificate. That a
/// certificate was verified is kept, not asked for again: certificates run out by mistake every day, and the domain has MTA-STS and DANE to ask for it.</item>
/// <item>TLS seen again renews it; not seen for <see cref="Kept"/>, it is forgotten. Mail that finds no TLS meanwhile waits, goes back to its sender with that
/// reason when its time is over, and an administrator who knows better can let the relay forget.</item>
/// <item>None of the servers that had TLS is a server of the domain any more: it moved. What the old servers did says little of the new ones, so that the demand
/// ends after <see cref="Moved"/>, less than mail is tried for, and is told. A hoax by DNS would have to last that long, and needs no such help.</item>
/// </list>
/// A server whose TLS is broken (no version in common, say) gets mail in clear for <see cref="BrokenPause"/>, where nothing is remembered and no policy is set:
/// it would be refused mail that a server with no TLS at all gets. Whoever can break TLS on the way could leave it out as well.
/// </summary>
/// <param name="state">Where it is kept.</param>
/// <param name="clock">The time.</param>
/// <param name="say">Is told in English when a demand ends because a domain moved.</param>
public sealed class TlsMemory(IRelayState state, SteadyClock clock, Action<string>? say = null) : IAsyncDisposable
{
    /// <summary>The most domains that are remembered; with more, those seen longest ago are forgotten.</summary>
    public const int MaxDomains = 200_000;

    private const string Kind = "tls";
    private const int MaxServers = 20;
    private const int MaxBroken = 10_000;

    private static readonly TimeSpan Renewal = TimeSpan.FromDays(1);
    private static readonly TimeSpan WriteDelay = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan WriteRetry = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<DomainName, RememberedTls> _domains = new();
    private readonly ConcurrentDictionary<DomainName, DateTimeOffset> _broken = new();
    private readonly Lock _gate = new();
    private readonly HashSet<DomainName> _unwritten = [];
    private ITimer? _timer;
    private bool _isWriting;
    private bool _isDisposed;

    /// <summary>How long TLS that is not seen again is asked for.</summary>
    public static TimeSpan Kept { get; } = TimeSpan.FromDays(90);

    /// <summary>How long it is asked for of servers that a domain moved to.</summary>
    public static TimeSpan Moved { get; } = TimeSpan.FromDays(3);

    /// <summary>How long a server with broken TLS gets mail in clear before its TLS is tried again.</summary>
    public static TimeSpan BrokenPause { get; } = TimeSpan.FromHours(6);

    /// <summary>What is remembered, in no order.</summary>
    public IReadOnlyDictionary<DomainName, RememberedTls> Domains => _domains;

    /// <summary>Reads what was kept.</summary>
    public ValueTask<LoadOutcome> LoadAsync() => state.LoadAsync(Kind, row =>
    {
        if (DomainName.TryParse(row.Key, out var domain) && RememberedTlsText.Read(row.Value) is { } tls && !IsOver(tls) && _domains.Count < MaxDomains) _domains[domain] = tls;
    });

    /// <summary>Learns that a session with a server of a domain stood, and its TLS. Cheap when that is known.</summary>
    public void Seen(DomainName domain, DomainName server, TlsSessionInfo? tls)
    {
        ArgumentNullException.ThrowIfNull(domain);
        ArgumentNullException.ThrowIfNull(server);
        if (tls is null) return;
        if (!_broken.IsEmpty) _broken.TryRemove(server, out _);
        var now = clock.Now;
        var isVerified = tls.Certificate >= CertificateStatus.Verified;
        if (_domains.TryGetValue(domain, out var known) && now - known.LastSeen < Renewal && known.GoneSince is null && known.Servers.Contains(server) && (known.IsVerified || !isVerified)) return;
        lock (_gate)
        {
            known = _domains.GetValueOrDefault(domain);
            var servers = known is null ? [server] : (DomainName[])[.. known.Servers.Where(one => !one.Equals(server)).TakeLast(MaxServers - 1), server];
            if (known is null && _domains.Count >= MaxDomains) ForgetEldest();
            _domains[domain] = new RememberedTls(known?.Since ?? now, now, tls.Protocol, isVerified || known?.IsVerified == true, servers, null);
            Write(domain);
        }
    }

    /// <summary>Learns that TLS with a server broke, where any certificate would have done.</summary>
    public void Broke(DomainName server)
    {
        ArgumentNullException.ThrowIfNull(server);
        if (_broken.Count >= MaxBroken) _broken.Clear();
        _broken[server] = clock.Now;
    }

    /// <summary>Whether a server's TLS broke lately.</summary>
    public bool IsBroken(DomainName server) => !_broken.IsEmpty && _broken.TryGetValue(server, out var at) && clock.Now - at < BrokenPause;

    /// <summary>What is asked of the servers of a domain that no policy speaks of.</summary>
    /// <param name="domain">The domain.</param>
    /// <param name="hosts">Its servers now.</param>
    public TlsDemand Recall(DomainName domain, IReadOnlyList<MailServer> hosts)
    {
        ArgumentNullException.ThrowIfNull(hosts);
        if (!_domains.TryGetValue(domain, out var known)) return TlsDemand.None;
        if (IsOver(known))
        {
            Drop(domain, known);
            return TlsDemand.None;
        }
        var isGone = !hosts.Any(host => known.Servers.Contains(host.Name));
        if (isGone == known.GoneSince is not null) return isGone && clock.Now - known.GoneSince >= Moved ? DropMoved(domain, known) : known.Demand;
        lock (_gate)
        {
            if (!_domains.TryUpdate(domain, known with { GoneSince = isGone ? clock.Now : null }, known)) return known.Demand;
            Write(domain);
        }
        return known.Demand;
    }

    /// <summary>Forgets a domain: mail to it goes as to one that was never seen.</summary>
    /// <returns>Whether there was something to forget, and whether that is on the disk.</returns>
    public async ValueTask<(bool WasKnown, WriteOutcome Outcome)> ForgetAsync(DomainName domain, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(domain);
        var wasKnown = _domains.TryRemove(domain, out _);
        return (wasKnown, await state.RemoveAsync(Kind, [domain.ToString()], cancellation).ConfigureAwait(false));
    }

    /// <summary>Writes what is not written yet.</summary>
    public async Task FlushAsync()
    {
        DomainName[] names;
        lock (_gate)
        {
            if (_isWriting || _unwritten.Count == 0) return;
            _isWriting = true;
            names = [.. _unwritten];
            _unwritten.Clear();
        }
        var isWritten = await WriteAsync(names).ConfigureAwait(false);
        lock (_gate)
        {
            _isWriting = false;
            if (!isWritten) _unwritten.UnionWith(names);
            if (_unwritten.Count > 0) Schedule(isWritten ? WriteDelay : WriteRetry);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _timer?.Dispose();
        }
        await FlushAsync().ConfigureAwait(false);
    }

    private async Task<bool> WriteAsync(DomainName[] names)
    {
        var rows = new List<StateRow>();
        var gone = new List<string>();
        foreach (var name in names)
        {
            if (_domains.TryGetValue(name, out var tls)) rows.Add(new StateRow(Kind, name.ToString(), RememberedTlsText.Write(tls), tls.LastSeen + Kept));
            else gone.Add(name.ToString());
        }
        if (rows.Count > 0 && await state.PutAsync(rows, CancellationToken.None).ConfigureAwait(false) is not WriteOutcome.Done) return false;
        return gone.Count == 0 || await state.RemoveAsync(Kind, gone, CancellationToken.None).ConfigureAwait(false) is WriteOutcome.Done;
    }

    private bool IsOver(RememberedTls tls) => clock.Now - tls.LastSeen >= Kept;

    private TlsDemand DropMoved(DomainName domain, RememberedTls known)
    {
        if (Drop(domain, known))
        {
            var gone = string.Join(", ", known.Servers.TakeLast(3));
            say?.Invoke(string.Create(
                CultureInfo.InvariantCulture,
                $"{domain} had {known.Protocol} until {known.LastSeen:yyyy-MM-dd} at servers that it has no more ({gone}); its new servers may now be sent mail without TLS if they offer none"));
        }
        return TlsDemand.None;
    }

    // False when another was first.
    private bool Drop(DomainName domain, RememberedTls known)
    {
        lock (_gate)
        {
            if (!_domains.TryRemove(KeyValuePair.Create(domain, known))) return false;
            Write(domain);
            return true;
        }
    }

    // Under the gate.
    private void ForgetEldest()
    {
        foreach (var (domain, _) in _domains.OrderBy(one => one.Value.LastSeen).Take(MaxDomains / 8).ToArray())
            if (_domains.TryRemove(domain, out _)) _unwritten.Add(domain);
    }

    // Under the gate. What comes within a moment is written in one go.
    private void Write(DomainName domain)
    {
        var isFirst = _unwritten.Count == 0;
        _unwritten.Add(domain);
        if (isFirst && !_isWriting) Schedule(WriteDelay);
    }

    private void Schedule(TimeSpan delay)
    {
        if (_isDisposed) return;
        if (_timer is null) _timer = clock.Time.CreateTimer(static memory => _ = ((TlsMemory)memory!).FlushAsync(), this, delay, Timeout.InfiniteTimeSpan);
        else _timer.Change(delay, Timeout.InfiniteTimeSpan);
    }
}
