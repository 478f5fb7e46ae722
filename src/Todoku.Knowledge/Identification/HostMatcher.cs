using System.Text;
using Todoku.Knowledge.Images;

namespace Todoku.Knowledge.Identification;

/// <summary>Finds the longest of a table's names that a host bears or stands under.</summary>
internal sealed class HostMatcher(KnowledgeImage image, ImageTable<HostSlot> slots)
{
    /// <summary>The provider of the host, or -1.</summary>
    public int Find(ReadOnlySpan<byte> host)
    {
        var found = -1;
        var hash = HostHash.Start;
        for (var i = host.Length - 1; i >= 0; i--)
        {
            var lower = HostHash.Lower(host[i]);
            if (lower == '.') found = Probe(hash, host[(i + 1)..], found);
            hash = HostHash.Add(hash, lower);
        }
        return host.IsEmpty ? -1 : Probe(hash, host, found);
    }

    private int Probe(uint hash, ReadOnlySpan<byte> name, int found)
    {
        var mask = (uint)slots.Length - 1;
        for (var at = hash & mask; ; at = (at + 1) & mask)
        {
            ref readonly var slot = ref slots[at];
            if (slot.Name == 0) return found;
            if (slot.Hash == hash && Ascii.EqualsIgnoreCase(name, image.Utf8(slot.Name))) return (int)slot.Provider;
        }
    }
}
