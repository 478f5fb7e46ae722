namespace Todoku.Knowledge.Images;

/// <summary>An anchor: literals in order.</summary>
/// <param name="Parts">Where its literals begin.</param>
/// <param name="Count">How many.</param>
/// <param name="BorderBefore">Whether a word border is wanted before the first.</param>
/// <param name="BorderAfter">Whether a word border is wanted after the last.</param>
internal readonly record struct AnchorRecord(uint Parts, ushort Count, bool BorderBefore, bool BorderAfter)
{
    /// <summary>Set in a part that is too short for the automaton.</summary>
    public const uint NotScanned = 0x8000_0000;

    /// <summary>Whether finding the one literal is all there is to it.</summary>
    public bool IsPlain => Count == 1 && !BorderBefore && !BorderAfter;
}
