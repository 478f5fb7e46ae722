using System.Text;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Timeline;

/// <summary>Values that sampled replies print, with how often each was seen.</summary>
internal sealed class ValueCounts
{
    private const int MaxValues = 48;
    private const int MaxValueLength = 300;

    private readonly List<Entry> _entries = [];

    /// <summary>Counts the values of a reply.</summary>
    /// <param name="values">What it prints.</param>
    /// <param name="isRemote">Whether these are the receiver's words; our own server prints only the addresses of others.</param>
    /// <param name="relayAddress">The address of the server that gave it: where this is printed it is not the sender's.</param>
    public void Add(IReadOnlyList<ReplyValue> values, bool isRemote, ReadOnlySpan<byte> relayAddress)
    {
        foreach (var value in values)
        {
            if (value.Name == ReplyValueNames.Ip && (!isRemote || IsSame(value.Value, relayAddress))) continue;
            Add(value);
        }
    }

    private static bool IsSame(string value, ReadOnlySpan<byte> address) => value.Length == address.Length && Ascii.EqualsIgnoreCase(address, value);

    /// <summary>The most frequent value of each name, in the order in which the names were first seen.</summary>
    public IReadOnlyList<ReplyValue> MostFrequent()
    {
        var best = new List<Entry>();
        foreach (var entry in _entries)
        {
            var at = best.FindIndex(other => other.Value.Name == entry.Value.Name);
            if (at < 0) best.Add(entry);
            else if (entry.Count > best[at].Count) best[at] = entry;
        }
        return [.. best.Select(entry => entry.Value)];
    }

    /// <summary>The most frequent value of one name, or an empty string.</summary>
    public string MostFrequent(string name)
    {
        var best = new Entry(default, 0);
        foreach (var entry in _entries)
        {
            if (entry.Value.Name == name && entry.Count > best.Count) best = entry;
        }
        return best.Count == 0 ? "" : best.Value.Value;
    }

    private void Add(ReplyValue value)
    {
        if (value.Value.Length > MaxValueLength) return;
        for (var i = 0; i < _entries.Count; i++)
        {
            if (_entries[i].Value != value) continue;
            _entries[i] = _entries[i] with { Count = _entries[i].Count + 1 };
            return;
        }
        if (_entries.Count < MaxValues) _entries.Add(new Entry(value, 1));
    }

    private readonly record struct Entry(ReplyValue Value, int Count);
}
