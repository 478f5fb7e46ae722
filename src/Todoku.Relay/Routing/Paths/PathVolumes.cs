using System.Buffers.Binary;
using Todoku.Relay.Configuration;
using Todoku.Relay.Queue;
using Todoku.Relay.State;

namespace Todoku.Relay.Routing.Paths;

/// <summary>
/// Counts what each path carries to each provider, for warm-up and guards. The counts of paths that warm up outlive a restart. Days and hours are UTC's. Not for several
/// threads at once: <see cref="PathLadder"/> holds the lock.
/// </summary>
internal sealed class PathVolumes
{
    /// <summary>The kind of its rows.</summary>
    public const string Kind = "warmup";

    /// <summary>The most pairs of provider and path that are counted. Past this those of other days are forgotten, then all that do not warm up.</summary>
    public const int MaxEntries = 50_000;

    private const int ValueLength = 8;

    private readonly Dictionary<(string Provider, string Path), VolumeEntry> _entries = [];
    private readonly StateJournal _journal;
    private readonly SteadyClock _clock;

    private Dictionary<string, List<WarmUpConfiguration>> _warmUps;

    private PathVolumes(IReadOnlyList<WarmUpConfiguration> warmUps, IRelayState state, SteadyClock clock) =>
        (_warmUps, _journal, _clock) = (ByPath(warmUps), new StateJournal(state, Kind), clock);

    /// <summary>All.</summary>
    public IEnumerable<KeyValuePair<(string Provider, string Path), VolumeEntry>> All => _entries;

    /// <summary>Reads what is kept.</summary>
    public static async Task<PathVolumes> OpenAsync(IReadOnlyList<WarmUpConfiguration> warmUps, IRelayState state, SteadyClock clock)
    {
        var volumes = new PathVolumes(warmUps, state, clock);
        await state.LoadAsync(Kind, row =>
        {
            var slash = row.Key.LastIndexOf('/');
            if (slash < 0 || row.Value.Length != ValueLength || volumes._entries.Count >= MaxEntries) return;
            var day = BinaryPrimitives.ReadInt32LittleEndian(row.Value.Span);
            if (day < 0 || day > DateOnly.MaxValue.DayNumber) return;
            volumes._entries[(row.Key[(slash + 1)..], row.Key[..slash])] = new VolumeEntry { Day = DateOnly.FromDayNumber(day), Today = BinaryPrimitives.ReadInt32LittleEndian(row.Value.Span[4..]) };
        }).ConfigureAwait(false);
        return volumes;
    }

    /// <summary>Takes over other warm-ups. Those of a path that did not warm up before begin with what it carried today.</summary>
    public void Replace(IReadOnlyList<WarmUpConfiguration> warmUps)
    {
        var before = _warmUps;
        _warmUps = ByPath(warmUps);
        foreach (var (key, entry) in _entries)
        {
            if (_warmUps.ContainsKey(key.Path) && !before.ContainsKey(key.Path) && entry.Day == Day(_clock.Now)) Write(key.Provider, key.Path, entry);
        }
    }

    /// <summary>How many messages a path may carry to a provider today; null without a limit.</summary>
    public int? AllowedToday(string provider, string path, DateTimeOffset now)
    {
        if (_warmUps.Count == 0 || !_warmUps.TryGetValue(path, out var warmUps)) return null;
        int? least = null;
        foreach (var warmUp in warmUps)
        {
            if (warmUp.Providers.Count > 0 && !warmUp.Providers.Contains(provider)) continue;
            // Before its first day a path carries no more than on it.
            var day = Math.Max(0, Day(now).DayNumber - warmUp.Begins.DayNumber);
            if (day < warmUp.MessagesADay.Count && (least is null || warmUp.MessagesADay[day] < least)) least = warmUp.MessagesADay[day];
        }
        return least;
    }

    /// <summary>The counts of now.</summary>
    public VolumeEntry Of(string provider, string path, DateTimeOffset now)
    {
        if (!_entries.TryGetValue((provider, path), out var entry))
        {
            if (_entries.Count >= MaxEntries) Forget(Day(now));
            _entries[(provider, path)] = entry = new VolumeEntry();
        }
        if (entry.Day != Day(now)) (entry.Day, entry.Today, entry.ReroutedToday) = (Day(now), 0, 0);
        if (entry.Hour != Hour(now)) (entry.Hour, entry.ReroutedThisHour) = (Hour(now), 0);
        return entry;
    }

    /// <summary>Counts a message, or takes it back.</summary>
    public void Count(string provider, string path, bool isRerouted, int messages, DateTimeOffset now)
    {
        var entry = Of(provider, path, now);
        entry.Today = Math.Max(0, entry.Today + messages);
        if (isRerouted)
        {
            entry.ReroutedToday = Math.Max(0, entry.ReroutedToday + messages);
            entry.ReroutedThisHour = Math.Max(0, entry.ReroutedThisHour + messages);
        }
        if (_warmUps.ContainsKey(path)) Write(provider, path, entry);
    }

    /// <summary>When the next day begins.</summary>
    public static DateTimeOffset NextDay(DateTimeOffset now) => new(now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);

    /// <summary>When the next hour begins.</summary>
    public static DateTimeOffset NextHour(DateTimeOffset now) => DateTimeOffset.UnixEpoch.AddHours(Hour(now) + 1);

    /// <summary>Done when all changes are written.</summary>
    public Task FlushAsync() => _journal.FlushAsync();

    private static Dictionary<string, List<WarmUpConfiguration>> ByPath(IReadOnlyList<WarmUpConfiguration> warmUps) =>
        warmUps.GroupBy(one => one.Path, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);

    private static DateOnly Day(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);

    private static long Hour(DateTimeOffset now) => now.ToUnixTimeSeconds() / 3600;

    private void Write(string provider, string path, VolumeEntry entry)
    {
        var key = $"{path}/{provider}";
        if (key.Length > StateRow.MaxKeyLength) return;
        var value = new byte[ValueLength];
        BinaryPrimitives.WriteInt32LittleEndian(value, entry.Day.DayNumber);
        BinaryPrimitives.WriteInt32LittleEndian(value.AsSpan(4), entry.Today);
        _journal.Put(key, value, NextDay(_clock.Now).AddDays(1));
    }

    private void Forget(DateOnly today)
    {
        foreach (var key in _entries.Where(pair => pair.Value.Day != today).Select(pair => pair.Key).ToList()) _entries.Remove(key);
        if (_entries.Count < MaxEntries) return;
        foreach (var key in _entries.Keys.Where(key => !_warmUps.ContainsKey(key.Path)).ToList()) _entries.Remove(key);
        if (_entries.Count >= MaxEntries) _entries.Clear();
    }
}
