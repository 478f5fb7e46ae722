using System.Collections.Concurrent;
using Todoku.Dns.Wire;
using Todoku.Mail;

namespace Todoku.Dns.Caching;

/// <summary>
/// Keeps answers as long as they allow (RFC 1035, section 7.4; RFC 2308): records at most <see cref="MaxTime"/>, the lack of them at most
/// <see cref="MaxNegativeTime"/>, failures for <see cref="FailureTime"/> (RFC 9520). Answers with no time to live are not kept. The same question asked twice at a time goes out
/// once. A kept answer is given at once and costs no memory.
/// </summary>
public sealed class CachingResolver : IDnsResolver
{
    /// <summary>How many answers are kept when nothing else is said.</summary>
    public const int DefaultMaxEntries = 100_000;

    /// <summary>How many octets of records are kept when nothing else is said.</summary>
    public const long DefaultMaxBytes = 64 * 1024 * 1024;

    private readonly IDnsResolver _inner;
    private readonly TimeProvider _time;
    private readonly AnswerStore _store;
    private readonly ConcurrentDictionary<DnsQuestion, Task<DnsAnswer>> _underway = new();

    /// <summary>Makes it.</summary>
    /// <param name="inner">Who is asked what is not known.</param>
    /// <param name="time">The clock.</param>
    /// <param name="maxEntries">How many answers are kept at most.</param>
    /// <param name="maxBytes">How many octets of records are kept at most.</param>
    public CachingResolver(IDnsResolver inner, TimeProvider time, int maxEntries = DefaultMaxEntries, long maxBytes = DefaultMaxBytes)
    {
        ArgumentNullException.ThrowIfNull(time);
        _inner = inner;
        _time = time;
        _store = new AnswerStore(maxEntries, maxBytes);
    }

    /// <summary>How long records are kept at most (RFC 8767, section 4, advises against more than days).</summary>
    public static TimeSpan MaxTime { get; } = TimeSpan.FromDays(1);

    /// <summary>How long the lack of records is kept at most (RFC 2308, section 5: one to three hours).</summary>
    public static TimeSpan MaxNegativeTime { get; } = TimeSpan.FromHours(3);

    /// <summary>How long failures are kept, so that silence is waited for once (RFC 9520, section 3.2: at least a second).</summary>
    public static TimeSpan FailureTime { get; } = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public ValueTask<DnsAnswer> AskAsync(DomainName name, DnsRecordType type, CancellationToken cancellationToken)
    {
        var question = new DnsQuestion(name, type);
        return _store.Find(question, _time.GetTimestamp()) is { } answer ? new(answer) : new(AskInnerAsync(question, cancellationToken));
    }

    // Whoever comes first asks for all. It asks on when it gives up itself: the others wait for it.
    private Task<DnsAnswer> AskInnerAsync(DnsQuestion question, CancellationToken ct)
    {
        if (!_underway.TryGetValue(question, out var asking))
        {
            var mine = new TaskCompletionSource<DnsAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
            asking = _underway.GetOrAdd(question, mine.Task);
            if (asking == mine.Task) _ = AskAndKeepAsync(question, mine);
        }
        return asking.WaitAsync(ct);
    }

    private async Task AskAndKeepAsync(DnsQuestion question, TaskCompletionSource<DnsAnswer> done)
    {
        try
        {
            var answer = await _inner.AskAsync(question.Name, question.Type, CancellationToken.None);
            Keep(question, answer);
            _underway.TryRemove(question, out _);
            done.SetResult(answer);
        }
        catch (Exception error)
        {
            _underway.TryRemove(question, out _);
            done.SetException(error);
        }
    }

    private void Keep(DnsQuestion question, DnsAnswer answer)
    {
        var time = answer switch
        {
            DnsAnswer.Found found => TimeToLive.Least(found.TimeToLive, MaxTime),
            DnsAnswer.NoData none => TimeToLive.Least(none.TimeToLive, MaxNegativeTime),
            DnsAnswer.NoSuchDomain none => TimeToLive.Least(none.TimeToLive, MaxNegativeTime),
            // That no resolver can be reached is a matter of this host, and costs nothing to find out again.
            DnsAnswer.Failed { Failure: not DnsFailure.Unreachable } => FailureTime,
            _ => TimeSpan.Zero,
        };
        if (time <= TimeSpan.Zero) return;
        var expires = _time.GetTimestamp() + (long)(time.TotalSeconds * _time.TimestampFrequency);
        _store.Keep(question, answer with { IsCached = true }, expires);
    }
}
