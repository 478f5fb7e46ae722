using Todoku.Logs.Dialects;

namespace Todoku.Logs.Reading;

/// <summary>
/// Knows lines of the last seconds, to tell that another chain had the same line. A line that one chain has twice is two lines: of
/// each line the highest count of any chain is kept.
/// </summary>
internal sealed class DuplicateWindow(int chains)
{
    private static readonly long Width = TimeSpan.FromSeconds(5).Ticks;

    private Dictionary<ulong, int[]> _current = [];
    private Dictionary<ulong, int[]> _former = [];
    private long _start = long.MinValue;

    /// <summary>Whether another chain has given this line as often as this one now does.</summary>
    public bool IsDuplicate(ReadOnlySpan<byte> line, long utcTicks, int chain)
    {
        if (utcTicks - _start > Width || utcTicks < _start - Width)
        {
            (_former, _current) = (_current, _former);
            _current.Clear();
            _start = utcTicks;
        }
        var hash = Hash64.Of(line.TrimEnd((byte)'\r'));
        if (!_current.TryGetValue(hash, out var counts))
        {
            counts = _former.TryGetValue(hash, out var before) ? before : new int[chains];
            _current.Add(hash, counts);
        }
        var most = counts.Max();
        return ++counts[chain] <= most;
    }
}
