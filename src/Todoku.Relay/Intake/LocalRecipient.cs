namespace Todoku.Relay.Intake;

/// <summary>What the relay itself has to do with a recipient.</summary>
public enum LocalRecipient : byte
{
    /// <summary>Nothing: the mail is for another host.</summary>
    None,

    /// <summary>A mailbox of this machine.</summary>
    Mailbox,

    /// <summary>A return path of mail that the relay sent: what comes is a bounce or a complaint.</summary>
    ReturnPath,

    /// <summary>A domain of this machine that has no such mailbox.</summary>
    Unknown,
}
