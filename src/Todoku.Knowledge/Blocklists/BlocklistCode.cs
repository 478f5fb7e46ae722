using System.Net;
using System.Net.Sockets;

namespace Todoku.Knowledge.Blocklists;

/// <summary>One return code of a zone, or a range of codes that mean the same.</summary>
public sealed class BlocklistCode
{
    private readonly uint _low;
    private readonly uint _high;
    private readonly byte _bit;
    private readonly string _english;
    private readonly string _japanese;

    internal BlocklistCode(string pattern, ListingKind kind, string name, (string English, string Japanese) meaning, IReadOnlyList<string> steps, (uint Low, uint High, byte Bit) range)
    {
        Pattern = pattern;
        Kind = kind;
        Name = name;
        Steps = steps;
        (_english, _japanese) = meaning;
        (_low, _high, _bit) = range;
    }

    /// <summary>The code as its file writes it: <c>127.0.0.2</c>, <c>127.0.0.4-7</c>, <c>127.0.*.0-3</c>, or <c>bit 8</c> of the last octet.</summary>
    public string Pattern { get; }

    /// <summary>What kind of listing it is.</summary>
    public ListingKind Kind { get; }

    /// <summary>The name of the part of the list (<c>SBL</c>); may be empty.</summary>
    public string Name { get; }

    /// <summary>Ids of the steps out of it.</summary>
    public IReadOnlyList<string> Steps { get; }

    /// <summary>What it says of who is listed.</summary>
    public string Meaning(Language language) => language == Language.Japanese ? _japanese : _english;

    /// <summary>Whether an address that the zone answered with carries this code.</summary>
    public bool Matches(IPAddress answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (answer.AddressFamily != AddressFamily.InterNetwork) return false;
        Span<byte> octets = stackalloc byte[4];
        if (!answer.TryWriteBytes(octets, out _)) return false;
        for (var i = 0; i < octets.Length; i++)
        {
            var shift = 24 - (8 * i);
            if (octets[i] < (byte)(_low >> shift) || octets[i] > (byte)(_high >> shift)) return false;
        }
        return _bit == 0 || (octets[3] & _bit) != 0;
    }
}
