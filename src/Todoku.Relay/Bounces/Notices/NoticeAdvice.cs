namespace Todoku.Relay.Bounces.Notices;

/// <summary>What the sender of a message can do about its failure.</summary>
internal enum NoticeAdvice : byte
{
    /// <summary>Correct the address.</summary>
    CheckAddress,

    /// <summary>Have the recipient make room.</summary>
    WaitForRoom,

    /// <summary>Have the recipient let the mail in.</summary>
    AskRecipient,

    /// <summary>Send less.</summary>
    MakeSmaller,

    /// <summary>Send something else.</summary>
    ChangeContent,

    /// <summary>Send it again later.</summary>
    SendLater,

    /// <summary>Nothing; the administrator of the relay can.</summary>
    AskAdministrator,

    /// <summary>Ask the receiving side, which alone knows.</summary>
    AskReceiver,
}
