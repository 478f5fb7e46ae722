using Todoku.Authentication.Signatures;

namespace Todoku.Relay.Policy.Signing;

/// <summary>The private keys, read from their files and read again when those change. A key that can't be read any more is used on.</summary>
/// <param name="time">The clock.</param>
public sealed class SigningKeys(TimeProvider time)
{
    // How often files are looked at.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Kept> _keys = new(StringComparer.Ordinal);

    /// <summary>The key of a file; null when there never was a readable one.</summary>
    public PrivateKey? Find(string file)
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            if (_keys.TryGetValue(file, out var kept) && time.GetElapsedTime(kept.LookedAt, now) < Look) return kept.Key;
            var (changed, key) = Read(file, kept);
            _keys[file] = new Kept(key ?? kept?.Key, changed, now);
            return _keys[file].Key;
        }
    }

    private static (DateTime Changed, PrivateKey? Key) Read(string file, Kept? kept)
    {
        try
        {
            var changed = File.GetLastWriteTimeUtc(file);
            if (kept?.Key is not null && changed == kept.Changed) return (changed, kept.Key);
            return (changed, PrivateKey.Read(File.ReadAllText(file), out _));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (default, null);
        }
    }

    private sealed record Kept(PrivateKey? Key, DateTime Changed, long LookedAt);
}
