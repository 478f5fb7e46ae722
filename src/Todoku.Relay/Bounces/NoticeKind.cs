namespace Todoku.Relay.Bounces;

/// <summary>What a notice tells.</summary>
public enum NoticeKind : byte
{
    /// <summary>Given up.</summary>
    Failure,

    /// <summary>Late, and still tried.</summary>
    Delay,

    /// <summary>Delivered, or handed to a server that gives no such notices.</summary>
    Success,
}
