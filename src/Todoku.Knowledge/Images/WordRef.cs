namespace Todoku.Knowledge.Images;

/// <summary>
/// How lists of words name an anchor, in one number: a literal when finding it is all there is to it, else an anchor with gaps
/// or borders that is looked at closer.
/// </summary>
internal static class WordRef
{
    private const uint AnchorFlag = 0x8000_0000;

    public static uint Literal(uint literal) => literal;

    public static uint Anchor(uint anchor) => anchor | AnchorFlag;

    /// <summary>Whether it names an anchor; <see cref="Id"/> is then that of the anchor, else that of the literal.</summary>
    public static bool IsAnchor(uint word) => (word & AnchorFlag) != 0;

    public static uint Id(uint word) => word & ~AnchorFlag;
}
