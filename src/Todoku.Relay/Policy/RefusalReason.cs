namespace Todoku.Relay.Policy;

/// <summary>What is wrong with a message that is not taken.</summary>
public enum RefusalReason : byte
{
    /// <summary>It passed through too many servers: it goes round in a circle (RFC 5321, section 6.3).</summary>
    Loop,

    /// <summary>Its header has too many octets.</summary>
    HeaderTooLarge,

    /// <summary>Its header has too many fields.</summary>
    TooManyFields,
}
