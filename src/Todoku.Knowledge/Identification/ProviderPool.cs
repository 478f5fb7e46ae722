using System.Text;
using Todoku.Knowledge.Images;

namespace Todoku.Knowledge.Identification;

/// <summary>
/// The providers without a file, one object for each organisational domain. A hostile log can name any number of hosts, so the
/// pool is bounded; who comes later shares <see cref="Others"/>.
/// </summary>
internal sealed class ProviderPool
{
    /// <summary>How many domains are told apart.</summary>
    public const int MaxProviders = 1 << 16;

    /// <summary>Stands for all that came when the pool was full.</summary>
    public static readonly Provider Others = new("others", false, "Other providers", "その他の事業者");

    /// <summary>Stands for a server of which nothing is known.</summary>
    public static readonly Provider Unknown = new("unknown", false, "Unknown provider", "不明な事業者");

    private readonly Lock _writing = new();
    private Entry?[] _slots = new Entry?[256];
    private int _count;

    /// <summary>The provider of an organisational domain.</summary>
    public Provider Get(ReadOnlySpan<byte> domain)
    {
        var hash = HostHash.Of(domain);
        return Find(Volatile.Read(ref _slots), hash, domain) ?? Add(hash, domain);
    }

    private static Provider? Find(Entry?[] slots, uint hash, ReadOnlySpan<byte> domain)
    {
        for (var at = hash & (uint)(slots.Length - 1); ; at = (at + 1) & (uint)(slots.Length - 1))
        {
            var entry = Volatile.Read(ref slots[at]);
            if (entry is null) return null;
            if (entry.Hash == hash && SameName(entry.Name, domain)) return entry.Provider;
        }
    }

    private Provider Add(uint hash, ReadOnlySpan<byte> domain)
    {
        lock (_writing)
        {
            if (Find(_slots, hash, domain) is { } existing) return existing;
            if (_count >= MaxProviders) return Others;
            if (++_count * 2 > _slots.Length) Volatile.Write(ref _slots, Larger(_slots));
            var name = new byte[domain.Length];
            for (var i = 0; i < name.Length; i++) name[i] = HostHash.Lower(domain[i]);
            var id = Encoding.UTF8.GetString(name);
            var entry = new Entry(hash, name, new Provider(id, false, id, id));
            Insert(_slots, entry);
            return entry.Provider;
        }
    }

    private static Entry?[] Larger(Entry?[] slots)
    {
        var larger = new Entry?[slots.Length * 2];
        foreach (var entry in slots)
        {
            if (entry is not null) Insert(larger, entry);
        }
        return larger;
    }

    private static void Insert(Entry?[] slots, Entry entry)
    {
        var at = entry.Hash & (uint)(slots.Length - 1);
        while (slots[at] is not null) at = (at + 1) & (uint)(slots.Length - 1);
        Volatile.Write(ref slots[at], entry);
    }

    private static bool SameName(byte[] lower, ReadOnlySpan<byte> name)
    {
        if (lower.Length != name.Length) return false;
        for (var i = 0; i < lower.Length; i++)
        {
            if (lower[i] != HostHash.Lower(name[i])) return false;
        }
        return true;
    }

    private sealed record Entry(uint Hash, byte[] Name, Provider Provider);
}
