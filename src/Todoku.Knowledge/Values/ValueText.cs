namespace Todoku.Knowledge.Values;

/// <summary>The clean text of a reply as printed, and the same folded, byte for byte at the same places.</summary>
internal readonly ref struct ValueText(ReadOnlySpan<byte> printed, ReadOnlySpan<byte> folded)
{
    /// <summary>As printed, runs of white space as one blank.</summary>
    public ReadOnlySpan<byte> Printed { get; } = printed;

    /// <summary>In lower case.</summary>
    public ReadOnlySpan<byte> Folded { get; } = folded;

    public int Length => Folded.Length;

    /// <summary>The next place of a folded literal, from a place on; -1 when there is none.</summary>
    public int Find(ReadOnlySpan<byte> literal, int from)
    {
        if (from > Length) return -1;
        var at = Folded[from..].IndexOf(literal);
        return at < 0 ? -1 : from + at;
    }

    /// <summary>Whether a folded literal stands at a place.</summary>
    public bool At(int place, ReadOnlySpan<byte> literal) => place >= 0 && place <= Length && Folded[place..].StartsWith(literal);

    /// <summary>Whether a folded literal ends right before a place.</summary>
    public bool EndsAt(int place, ReadOnlySpan<byte> literal) => Folded[..place].EndsWith(literal);
}
