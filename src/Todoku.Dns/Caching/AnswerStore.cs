using System.Collections.Concurrent;

namespace Todoku.Dns.Caching;

/// <summary>
/// Answers with the moment they end, in two generations: when the young one has half of what may be kept, it becomes the old one and the old
/// one is forgotten. What is asked for in the old one moves to the young one, so that what is in use stays; and memory is bounded.
/// </summary>
internal sealed class AnswerStore(int maxEntries, long maxBytes)
{
    private readonly Lock _lock = new();
    private Generation _young = new();
    private Generation _old = new();

    /// <summary>How many answers there are.</summary>
    public int Count => _young.Entries.Count + _old.Entries.Count;

    /// <summary>The answer to a question; null when there is none that still holds.</summary>
    /// <param name="question">The question.</param>
    /// <param name="now">The moment, as a timestamp.</param>
    public DnsAnswer? Find(DnsQuestion question, long now)
    {
        if (_young.Entries.TryGetValue(question, out var entry)) return entry.Expires > now ? entry.Answer : null;
        if (!_old.Entries.TryGetValue(question, out entry) || entry.Expires <= now) return null;
        Keep(question, entry.Answer, entry.Expires);
        return entry.Answer;
    }

    /// <summary>Keeps an answer.</summary>
    public void Keep(DnsQuestion question, DnsAnswer answer, long expires)
    {
        var size = AnswerSize.Of(question, answer);
        if (size > maxBytes / 2) return;
        lock (_lock)
        {
            if (_young.Entries.Count >= Math.Max(1, maxEntries / 2) || _young.Bytes + size > maxBytes / 2)
            {
                _old = _young;
                _young = new Generation();
            }
            _young.Entries[question] = new Entry(answer, expires);
            _young.Bytes += size;
        }
    }

    private readonly record struct Entry(DnsAnswer Answer, long Expires);

    private sealed class Generation
    {
        public ConcurrentDictionary<DnsQuestion, Entry> Entries { get; } = new();

        public long Bytes { get; set; }
    }
}
