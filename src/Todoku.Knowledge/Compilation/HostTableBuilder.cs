using System.Numerics;
using System.Text;
using Todoku.Knowledge.Images;

namespace Todoku.Knowledge.Compilation;

/// <summary>Lays host names into a hash table with open addressing, at most half full.</summary>
internal static class HostTableBuilder
{
    public static HostSlot[] Build(ImageBuilder image, IEnumerable<(string Host, int Provider)> hosts)
    {
        var items = hosts.ToList();
        var slots = new HostSlot[BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, items.Count * 2))];
        foreach (var (host, provider) in items)
        {
            var hash = HostHash.Of(Encoding.UTF8.GetBytes(host));
            var at = hash & (uint)(slots.Length - 1);
            while (slots[at].Name != 0) at = (at + 1) & (uint)(slots.Length - 1);
            slots[at] = new HostSlot(hash, image.String(host), (uint)provider);
        }
        return slots;
    }
}
