using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Timeline;

/// <summary>What happened to the mail for one receiving provider, over time.</summary>
internal sealed class ProviderTimeline(Provider provider)
{
    private const int MaxRelayAddresses = 16;

    private readonly FailureGroup?[] _groups = new FailureGroup?[Knowledge.Causes.All.Length];
    private readonly PhaseTracker _phases = new();
    private readonly BucketSeries _buckets = new();
    private readonly List<string> _relayAddresses = [];
    private readonly List<FailureGroup> _watched = [];
    private long[] _attemptsByHost = new long[1];
    private ulong _lastRelay;

    public Provider Provider { get; } = provider;

    public long Delivered { get; private set; }

    /// <summary>Delivered by a relay for another host.</summary>
    public long Relayed { get; private set; }

    /// <summary>Index of the relay that delivered last for another host.</summary>
    public int LastRelay { get; private set; }

    public long Deferred { get; private set; }

    public long Bounced { get; private set; }

    public long Attempts => Delivered + Deferred + Bounced;

    /// <summary>Delivered over IPv6.</summary>
    public long DeliveredOverIpv6 { get; private set; }

    /// <summary>Attempts for recipients whose domain belongs to another known provider: the mark of a smart host.</summary>
    public long Foreign { get; set; }

    /// <summary>Attempts at a submission port (587, 465, 2525): the mark of a smart host.</summary>
    public long AtSubmissionPort { get; set; }

    /// <summary>The addresses of what looks like a smart host, the first of them.</summary>
    public IReadOnlyCollection<string> RelayAddresses => _relayAddresses;

    /// <summary>Delivered messages whose envelope sender was the sending host's own name.</summary>
    public long OwnNameDelivered { get; set; }

    /// <summary>Failed messages whose envelope sender was the sending host's own name; null when there were none.</summary>
    public FailureGroup? OwnNameFailures { get; private set; }

    /// <summary>Failures by cause.</summary>
    public CauseTally Causes { get; } = new();

    /// <summary>Connections that failed before any attempt was logged; only looked at when no attempt follows.</summary>
    public FailureGroup? ConnectionFailures { get; private set; }

    public IEnumerable<FailureGroup> Groups => _groups.OfType<FailureGroup>();

    public IReadOnlyList<PhaseRecord> ToPhases() => _phases.ToPhases();

    public IReadOnlyList<TimeBucket> ToBuckets(TimeSpan offset) => _buckets.ToBuckets(offset);

    public FailureGroup? FindGroup(Cause cause) => _groups[(int)cause];

    public FailureGroup Group(Cause cause) => _groups[(int)cause] ??= new FailureGroup(Provider, cause);

    public FailureGroup OwnNameGroup() => OwnNameFailures ??= new FailureGroup(Provider, Cause.ReturnPathMismatch);

    public FailureGroup ConnectionGroup(Cause cause) => ConnectionFailures ??= new FailureGroup(Provider, cause);

    /// <summary>How many attempts a host made here.</summary>
    public long AttemptsOf(int host) => host < _attemptsByHost.Length ? _attemptsByHost[host] : 0;

    /// <summary>Remembers the address of what looks like a smart host.</summary>
    public void NoteRelay(ReadOnlySpan<byte> address)
    {
        var hash = Utf8Hash.Compute(address);
        if (hash == _lastRelay || address.IsEmpty) return;
        _lastRelay = hash;
        if (_relayAddresses.Count >= MaxRelayAddresses) return;
        var text = System.Text.Encoding.UTF8.GetString(address);
        if (!_relayAddresses.Contains(text)) _relayAddresses.Add(text);
    }

    /// <summary>Counts a delivery.</summary>
    /// <param name="attempt">The delivery.</param>
    /// <param name="host">Index of the sending host.</param>
    /// <param name="origin">Index of the host that it relayed the message for; null when it did not.</param>
    /// <param name="message">The message.</param>
    public void CountDelivered(in DeliveryAttempt attempt, int host, int? origin, ulong message)
    {
        EndWatch(attempt.UtcTicks);
        Delivered++;
        if (origin is { } first)
        {
            Relayed++;
            LastRelay = host;
            CountHost(first);
        }
        if (attempt.RelayAddress.Contains((byte)':')) DeliveredOverIpv6++;
        CountHost(host);
        _buckets.Add(attempt.UtcTicks, DeliveryStatus.Delivered);
        _phases.Delivered(attempt.UtcTicks, message);
    }

    /// <summary>Counts a failed attempt.</summary>
    /// <returns>Which of the host's attempts it was.</returns>
    public long CountFailed(in DeliveryAttempt attempt, Cause cause, int host, int? origin, ulong message)
    {
        if (origin is { } first) CountHost(first);
        if (attempt.Status == DeliveryStatus.Deferred) Deferred++;
        else Bounced++;
        Causes.Add(cause);
        _buckets.Add(attempt.UtcTicks, attempt.Status);
        if (CauseTraits.CountsForPhases(cause)) _phases.Failed(attempt.UtcTicks, cause, message);
        return CountHost(host);
    }

    /// <summary>A group has failed: what is delivered from now on tells that it is over.</summary>
    public void Watch(FailureGroup group)
    {
        if (group.IsWatched) return;
        group.IsWatched = true;
        _watched.Add(group);
    }

    /// <summary>A deferred delivery is given up without a further attempt: it has failed for good.</summary>
    public void GiveUpDeferred()
    {
        if (Deferred == 0) return;
        Deferred--;
        Bounced++;
    }

    private void EndWatch(long utcTicks)
    {
        if (_watched.Count == 0) return;
        foreach (var group in _watched)
        {
            group.IsWatched = false;
            group.DeliveredFrom = utcTicks;
            group.DeliveredBefore = Delivered;
            group.RelayedBefore = Relayed;
        }
        _watched.Clear();
    }

    private long CountHost(int host)
    {
        if (host >= _attemptsByHost.Length) Array.Resize(ref _attemptsByHost, Math.Max(host + 1, _attemptsByHost.Length * 2));
        return ++_attemptsByHost[host];
    }
}
