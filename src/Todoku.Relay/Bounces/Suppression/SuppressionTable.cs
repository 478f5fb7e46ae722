using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Todoku.Relay.Bounces.Suppression;

/// <summary>
/// What must be known of a million lines to answer at once: 12 octets each, found by 64 bits of a hash with a secret, so that nobody can choose an address that
/// falls on another's. The words stay on the disk. Not safe for several threads.
/// </summary>
internal sealed class SuppressionTable
{
    private const int HashedOnStack = 1024;

    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(16);
    private readonly Dictionary<ulong, SuppressionSlot> _slots = [];

    /// <summary>Lines, those that ended and are remembered among them.</summary>
    public int Count => _slots.Count;

    /// <summary>Finds a line.</summary>
    public bool TryGet(string key, out SuppressionSlot slot) => _slots.TryGetValue(HashOf(key), out slot);

    /// <summary>Puts a line in place of an earlier one.</summary>
    public void Put(string key, SuppressionSlot slot) => _slots[HashOf(key)] = slot;

    /// <summary>Takes a line away.</summary>
    public bool Remove(string key) => _slots.Remove(HashOf(key));

    /// <summary>Forgets lines that ended long ago.</summary>
    /// <param name="before">Lines that ended before this, in seconds since 1970.</param>
    public void Forget(uint before)
    {
        foreach (var (hash, slot) in _slots)
            if (slot.Until < before) _slots.Remove(hash);
    }

    private ulong HashOf(string key)
    {
        var length = _secret.Length + Encoding.UTF8.GetMaxByteCount(key.Length);
        Span<byte> text = length <= HashedOnStack ? stackalloc byte[length] : new byte[length];
        _secret.CopyTo(text);
        var used = _secret.Length + Encoding.UTF8.GetBytes(key, text[_secret.Length..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..used], hash);
        return MemoryMarshal.Read<ulong>(hash);
    }
}
