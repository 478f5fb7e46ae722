namespace Todoku.Mail.Messages.Notices;

/// <summary>What a message is that was not written by a person to another one.</summary>
public enum MessageKind
{
    /// <summary>A mail like others.</summary>
    None,

    /// <summary>A report that a mail was not delivered (RFC 3464, or the text of an older server).</summary>
    Bounce,

    /// <summary>A report that a mail is late and is tried again.</summary>
    Delay,

    /// <summary>A report that a mail was delivered or handed on.</summary>
    Delivered,

    /// <summary>A complaint about a mail (RFC 5965).</summary>
    Complaint,

    /// <summary>An automatic answer (RFC 3834).</summary>
    AutoReply,
}
