namespace Todoku.Smtp.Envelopes;

/// <summary>How much of the message a report of failure returns (RET; RFC 3461, section 4.3).</summary>
public enum DsnReturn : byte
{
    /// <summary>Not said.</summary>
    Unsaid,

    /// <summary>The whole message.</summary>
    Full,

    /// <summary>Its header only.</summary>
    Headers,
}
