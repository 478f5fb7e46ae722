namespace Todoku.Smtp.Envelopes;

/// <summary>When the sender wants to hear of a recipient (NOTIFY; RFC 3461, section 4.1).</summary>
[Flags]
public enum DsnNotify : byte
{
    /// <summary>Not said: on failure, and on delay where the server does so.</summary>
    Unsaid = 0,

    /// <summary>Never. Stands alone.</summary>
    Never = 1,

    /// <summary>When it was delivered.</summary>
    Success = 2,

    /// <summary>When it could not be delivered.</summary>
    Failure = 4,

    /// <summary>When it takes longer than usual.</summary>
    Delay = 8,
}
