namespace Todoku.Smtp.Envelopes;

/// <summary>What octets the body holds, as its sender declared (BODY; RFC 6152).</summary>
public enum BodyType : byte
{
    /// <summary>Not said.</summary>
    Unsaid,

    /// <summary>7BIT.</summary>
    SevenBit,

    /// <summary>8BITMIME.</summary>
    EightBitMime,
}
