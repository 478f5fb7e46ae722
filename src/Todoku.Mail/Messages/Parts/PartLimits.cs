namespace Todoku.Mail.Messages.Parts;

/// <summary>How much of a message's parts is looked at; what lies beyond is said, not read.</summary>
public static class PartLimits
{
    /// <summary>The most parts.</summary>
    public const int MaxParts = 1_000;

    /// <summary>How deep multiparts may lie in one another; what lies deeper is read as one part.</summary>
    public const int MaxDepth = 50;

    /// <summary>The most octets of one part's content that are decoded.</summary>
    public const int MaxDecoded = 1024 * 1024;

    /// <summary>The most octets of all parts together that are decoded.</summary>
    public const int MaxDecodedInAll = 8 * 1024 * 1024;

    /// <summary>The longest line that may come before the parts are given up, in octets: a parser holds a header field whole.</summary>
    public const int MaxFieldLength = 1024 * 1024;
}
