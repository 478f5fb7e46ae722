namespace Todoku.Mail;

/// <summary>What kind of agent made the attempt; tells mail to the outside apart from mail to local mailboxes.</summary>
public enum DeliveryAgent : byte
{
    /// <summary>SMTP to another host: the only kind whose failures can be a provider's refusal.</summary>
    Smtp,

    /// <summary>LMTP, as a rule to the mailbox store of the same site.</summary>
    Lmtp,

    /// <summary>A mailbox, alias or .forward of this host (<c>local</c>, <c>virtual</c>, Exim's appendfile).</summary>
    Local,

    /// <summary>A command that takes the message (<c>pipe</c>).</summary>
    Pipe,

    /// <summary>An agent that only reports a failure decided elsewhere (<c>error</c>, <c>retry</c>, the queue manager).</summary>
    Error,

    /// <summary>An agent that throws the message away (<c>discard</c>).</summary>
    Discard,
}
