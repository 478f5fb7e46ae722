namespace Todoku.Knowledge.Images;

/// <summary>An anchor with gaps or borders: literals in order. One that is a bare literal has none, see <see cref="WordRef"/>.</summary>
/// <param name="Parts">Where its literals begin.</param>
/// <param name="Count">How many.</param>
/// <param name="BorderBefore">Whether a word border is wanted before the first.</param>
/// <param name="BorderAfter">Whether a word border is wanted after the last.</param>
internal readonly record struct AnchorRecord(uint Parts, ushort Count, bool BorderBefore, bool BorderAfter)
{
    /// <summary>Set in a part that is too short for the automaton.</summary>
    public const uint NotScanned = 0x8000_0000;
}
