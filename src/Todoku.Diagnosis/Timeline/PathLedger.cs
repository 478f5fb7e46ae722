using System.Text;
using Todoku.Mail;

namespace Todoku.Diagnosis.Timeline;

/// <summary>The ways out of relays that were suspended, by relay, way and provider; further ones than <see cref="MaxPaths"/> are passed over.</summary>
internal sealed class PathLedger
{
    /// <summary>The most that are kept: a relay has a few paths, and some dozens of providers refuse.</summary>
    public const int MaxPaths = 256;

    private readonly Dictionary<(int Host, string Path, string Provider), PathRecord> _records = [];

    public IEnumerable<PathRecord> All => _records.Values;

    public void Record(in PathChange change, int host)
    {
        var key = (host, Encoding.UTF8.GetString(change.Path), Encoding.UTF8.GetString(change.Provider));
        if (!_records.TryGetValue(key, out var record))
        {
            if (_records.Count >= MaxPaths) return;
            _records[key] = record = new PathRecord(host, key.Item2, key.Item3);
        }
        record.Change(change);
        // One way that takes mail again is a way.
        if (change.Kind is PathChangeKind.Opening or PathChangeKind.Opened && _records.TryGetValue((host, "", key.Item3), out var held)) held.Change(change);
    }
}
