namespace Todoku.Authentication.Spf;

/// <summary>What SPF says about a client and an identity (RFC 7208, section 2.6).</summary>
public enum SpfVerdict
{
    /// <summary>There is no identity to ask about, or its domain publishes no record.</summary>
    None,

    /// <summary>The domain says nothing about the client.</summary>
    Neutral,

    /// <summary>The client may send for the domain.</summary>
    Pass,

    /// <summary>The client may not send for the domain.</summary>
    Fail,

    /// <summary>The client probably may not send for the domain.</summary>
    SoftFail,

    /// <summary>DNS gave no answer; it may later.</summary>
    TempError,

    /// <summary>The published records can't be understood, or break a limit.</summary>
    PermError,
}
