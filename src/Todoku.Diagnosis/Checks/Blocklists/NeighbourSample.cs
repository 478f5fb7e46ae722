using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Todoku.Diagnosis.Checks.Blocklists;

/// <summary>
/// Which addresses around one are looked at: its /24, for IPv6 its /64. The sample is the same in every run, so that two runs can be compared: the
/// next ones on each side, and others spread over the range.
/// </summary>
internal static class NeighbourSample
{
    // Lists limit questions; these tell a range that is listed from one neighbour that is.
    private const int Size = 16;
    private const int NextOnEachSide = 2;

    // Odd, so that its multiples reach every last octet.
    private const int Stride = 37;

    // Where servers are numbered by hand, and a few places that nobody numbers.
    private static readonly ulong[] Identifiers = [1, 2, 3, 4, 5, 0x10, 0x25, 0x53, 0x80, 0x100, 0x443, 0x1000, 0x8000_0000, 0x1_0000_0000, 0x8000_0000_0000_0000, 0xFFFF_FFFF_FFFF_FFFE];

    /// <summary>The addresses, never the one itself.</summary>
    /// <param name="address">The one in the middle.</param>
    /// <param name="all">All of the /24; a /64 has too many, so that the sample stays.</param>
    public static IReadOnlyList<IPAddress> Of(IPAddress address, bool all) => address.AddressFamily == AddressFamily.InterNetwork ? OfOctets(address, all) : OfIdentifiers(address);

    /// <summary>The range that they are of, as <c>203.0.113.0/24</c>.</summary>
    public static string Network(IPAddress address)
    {
        var octets = address.GetAddressBytes();
        Array.Clear(octets, octets.Length == 4 ? 3 : 8, octets.Length == 4 ? 1 : 8);
        return $"{new IPAddress(octets)}/{(octets.Length == 4 ? 24 : 64)}";
    }

    private static List<IPAddress> OfOctets(IPAddress address, bool all)
    {
        var octets = address.GetAddressBytes();
        int own = octets[3];
        var chosen = new SortedSet<int>();
        if (all) chosen.UnionWith(Enumerable.Range(0, 256));
        else
        {
            for (var i = 1; i <= NextOnEachSide; i++)
            {
                if (own - i >= 0) chosen.Add(own - i);
                if (own + i <= 255) chosen.Add(own + i);
            }
            for (var i = 1; chosen.Count < Size; i++)
                if ((own + (i * Stride)) % 256 is var last && last is > 0 and < 255 && last != own) chosen.Add(last);
        }
        chosen.Remove(own);
        return [.. chosen.Select(last => new IPAddress([octets[0], octets[1], octets[2], (byte)last]))];
    }

    private static List<IPAddress> OfIdentifiers(IPAddress address)
    {
        var octets = address.GetAddressBytes();
        var own = BinaryPrimitives.ReadUInt64BigEndian(octets.AsSpan(8));
        IEnumerable<ulong> next = [unchecked(own - 2), unchecked(own - 1), unchecked(own + 1), unchecked(own + 2)];
        return [.. next.Concat(Identifiers).Where(identifier => identifier != own).Distinct().Take(Size).Order().Select(Make)];

        IPAddress Make(ulong identifier)
        {
            BinaryPrimitives.WriteUInt64BigEndian(octets.AsSpan(8), identifier);
            return new IPAddress(octets);
        }
    }
}
