using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace Todoku.Mail;

/// <summary>
/// The public suffix list: under which names anybody may register a domain, and so which part of a host name is the
/// organisational domain (the suffix and one label more).
/// </summary>
/// <remarks>
/// Rules, wildcards and exceptions as the list's own page on its format has them; without a rule the last label is the suffix.
/// Compiled form: how many slots, then for each slot a hash, the offset of its name, its length and what the name is; then the names.
/// </remarks>
public sealed class PublicSuffixList
{
    private const int SlotLength = 12;

    private readonly ReadOnlyMemory<byte> _compiled;
    private readonly int _slots;

    /// <summary>Takes a list that <see cref="Compile"/> made; it is read where it lies.</summary>
    public PublicSuffixList(ReadOnlyMemory<byte> compiled)
    {
        if (compiled.Length < 4) throw new ArgumentException("This is no compiled public suffix list.", nameof(compiled));
        _compiled = compiled;
        _slots = BinaryPrimitives.ReadInt32LittleEndian(compiled.Span);
    }

    [Flags]
    private enum Kind : byte
    {
        None = 0,
        Suffix = 1,
        Wildcard = 2,
        Exception = 4,
    }

    /// <summary>The organisational domain within <paramref name="name"/>: the public suffix and one label; the name itself when it is a suffix or has one label.</summary>
    /// <param name="name">A host or domain name, upper or lower case, IDN in UTF-8 or as A-labels; a dot at its end is passed over.</param>
    public ReadOnlySpan<byte> OrganizationalDomain(ReadOnlySpan<byte> name)
    {
        TryFindOrganizationalDomain(name, out var domain);
        return domain;
    }

    /// <summary>Finds the organisational domain; false, with the name itself, when the name is a public suffix or has one label.</summary>
    public bool TryFindOrganizationalDomain(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> domain)
    {
        if (name.EndsWith((byte)'.')) name = name[..^1];
        domain = name;
        var suffix = SuffixLength(name);
        if (suffix >= name.Length) return false;
        var label = name[..(name.Length - suffix - 1)].LastIndexOf((byte)'.');
        domain = name[(label + 1)..];
        return true;
    }

    // Walks from the last label to the first and keeps the longest suffix that a rule names.
    private int SuffixLength(ReadOnlySpan<byte> name)
    {
        var compiled = _compiled.Span;
        var longest = 0;
        var hash = Hash.Start;
        var underWildcard = false;
        for (var i = name.Length - 1; i >= -1; i--)
        {
            if (i >= 0 && name[i] != '.')
            {
                hash = Hash.Add(hash, name[i]);
                continue;
            }
            var candidate = name[(i + 1)..];
            var kind = Find(compiled, hash, candidate);
            if ((kind & Kind.Exception) != 0) return candidate.Length - candidate.IndexOf((byte)'.') - 1;
            if (longest == 0 || underWildcard || (kind & Kind.Suffix) != 0) longest = candidate.Length;
            underWildcard = (kind & Kind.Wildcard) != 0;
            if (i >= 0) hash = Hash.Add(hash, (byte)'.');
        }
        return longest;
    }

    private Kind Find(ReadOnlySpan<byte> compiled, uint hash, ReadOnlySpan<byte> name)
    {
        for (var at = hash & (uint)(_slots - 1); ; at = (at + 1) & (uint)(_slots - 1))
        {
            var slot = compiled.Slice(4 + ((int)at * SlotLength), SlotLength);
            var length = BinaryPrimitives.ReadUInt16LittleEndian(slot[8..]);
            if (length == 0) return Kind.None;
            if (BinaryPrimitives.ReadUInt32LittleEndian(slot) != hash || length != name.Length) continue;
            var stored = compiled.Slice(4 + (_slots * SlotLength) + BinaryPrimitives.ReadInt32LittleEndian(slot[4..]), length);
            if (Hash.SameIgnoringCase(stored, name)) return (Kind)slot[10];
        }
    }

    /// <summary>Compiles the list as published; an empty text gives a list without rules.</summary>
    public static byte[] Compile(string published)
    {
        var rules = new SortedDictionary<string, Kind>(StringComparer.Ordinal);
        foreach (var line in published.Split('\n'))
        {
            var rule = line.AsSpan().Trim();
            var end = rule.IndexOfAny(' ', '\t');
            if (end >= 0) rule = rule[..end];
            if (rule.IsEmpty || rule.StartsWith("//")) continue;
            var kind = rule[0] switch { '!' => Kind.Exception, '*' => Kind.Wildcard, _ => Kind.Suffix };
            AddRule(rules, kind == Kind.Exception ? rule[1..].ToString() : kind == Kind.Wildcard ? rule[2..].ToString() : rule.ToString(), kind);
        }
        return Pack(rules);
    }

    private static void AddRule(SortedDictionary<string, Kind> rules, string name, Kind kind)
    {
        name = name.ToLowerInvariant();
        rules[name] = rules.GetValueOrDefault(name) | kind;
        if (Ascii.IsValid(name)) return;
        var encoded = new IdnMapping().GetAscii(name);
        rules[encoded] = rules.GetValueOrDefault(encoded) | kind;
    }

    private static byte[] Pack(SortedDictionary<string, Kind> rules)
    {
        var slots = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, rules.Count * 2));
        var packed = new byte[4 + (slots * SlotLength) + rules.Keys.Sum(Encoding.UTF8.GetByteCount)];
        BinaryPrimitives.WriteInt32LittleEndian(packed, slots);
        var names = 4 + (slots * SlotLength);
        var used = 0;
        foreach (var (name, kind) in rules)
        {
            var bytes = Encoding.UTF8.GetBytes(name);
            var hash = Hash.Of(bytes);
            var at = (int)(hash & (uint)(slots - 1));
            while (packed[4 + (at * SlotLength) + 10] != 0) at = (at + 1) & (slots - 1);
            var slot = packed.AsSpan(4 + (at * SlotLength), SlotLength);
            BinaryPrimitives.WriteUInt32LittleEndian(slot, hash);
            BinaryPrimitives.WriteInt32LittleEndian(slot[4..], used);
            BinaryPrimitives.WriteUInt16LittleEndian(slot[8..], (ushort)bytes.Length);
            slot[10] = (byte)kind;
            bytes.CopyTo(packed, names + used);
            used += bytes.Length;
        }
        return packed;
    }

    // FNV-1a from the end of a name to its start, ASCII letters in lower case.
    private static class Hash
    {
        public const uint Start = 2166136261;

        public static uint Add(uint hash, byte b) => (hash ^ Lower(b)) * 16777619;

        public static uint Of(ReadOnlySpan<byte> name)
        {
            var hash = Start;
            for (var i = name.Length - 1; i >= 0; i--) hash = Add(hash, name[i]);
            return hash;
        }

        // Not Ascii.EqualsIgnoreCase: it takes no two names with UTF-8 in them for equal.
        public static bool SameIgnoringCase(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
        {
            if (a.Length != b.Length) return false;
            for (var i = 0; i < a.Length; i++)
            {
                if (Lower(a[i]) != Lower(b[i])) return false;
            }
            return true;
        }

        private static byte Lower(byte b) => (uint)(b - 'A') <= 'Z' - 'A' ? (byte)(b | 0x20) : b;
    }
}
