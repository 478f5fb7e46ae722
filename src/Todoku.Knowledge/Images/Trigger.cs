namespace Todoku.Knowledge.Images;

/// <summary>
/// What a literal that was found makes a candidate, in one number: a rule, or past the rules a reply word. It is sure when the
/// literal is a whole anchor, so that the rule's first group of words need not be looked at again.
/// </summary>
internal static class Trigger
{
    private const uint SureFlag = 0x8000_0000;

    public static uint Of(uint candidate, bool isSure) => isSure ? candidate | SureFlag : candidate;

    public static uint Candidate(uint trigger) => trigger & ~SureFlag;

    public static bool IsSure(uint trigger) => (trigger & SureFlag) != 0;
}
