using System.Text;

namespace Todoku.Authentication.Signatures;

/// <summary>Keeps key records that were read, since reading a key costs more than using it. May be shared between threads.</summary>
public sealed class KeyCache
{
    private const int MaxKept = 512;
    private const int MaxKeptLength = 4096;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, KeyRecord> _kept = new(StringComparer.Ordinal);

    /// <summary>Reads a record, or gives it as it was read before.</summary>
    internal KeyRecord Read(ReadOnlyMemory<byte> text)
    {
        if (text.Length > MaxKeptLength) return KeyRecord.Parse(text);
        var id = Encoding.Latin1.GetString(text.Span);
        lock (_lock)
        {
            if (_kept.TryGetValue(id, out var known)) return known;
        }
        var record = KeyRecord.Parse(text);
        lock (_lock)
        {
            if (_kept.Count >= MaxKept) _kept.Clear();
            _kept[id] = record;
        }
        return record;
    }
}
