namespace Todoku.Logs.Dialects;

/// <summary>What a line says happened.</summary>
internal enum LogEventKind : byte
{
    /// <summary>A message came in: <see cref="LogEvent.Name"/> is the submitter, <see cref="LogEvent.SubmitterKind"/> how.</summary>
    Arrived,

    /// <summary>A message's Message-ID: its hash is in <see cref="LogEvent.OtherKey"/>.</summary>
    MessageIdSeen,

    /// <summary>A message is in the active queue: <see cref="LogEvent.Address"/> is the envelope sender.</summary>
    Queued,

    /// <summary>One recipient was tried.</summary>
    Attempted,

    /// <summary>The message expired; no recipient is named.</summary>
    Expired,

    /// <summary>The message left the queue.</summary>
    Removed,

    /// <summary>A bounce notice was made: <see cref="LogEvent.OtherKey"/> is its queue id.</summary>
    BounceNotice,

    /// <summary>The message goes on under another queue id after a content filter: <see cref="LogEvent.OtherKey"/> is that id.</summary>
    Continued,

    /// <summary>A connection could not be made, the next host is tried.</summary>
    ConnectionFailed,

    /// <summary>A DKIM signature was added: <see cref="LogEvent.Name"/> is the domain, <see cref="LogEvent.OtherName"/> the selector.</summary>
    Signed,

    /// <summary>A DKIM signature was not added.</summary>
    SigningFailed,

    /// <summary>The server complains of itself.</summary>
    Warned,

    /// <summary>A relay suspended a path or uses it again: <see cref="LogEvent.Name"/> is the path, <see cref="LogEvent.Address"/> the provider, <see cref="LogEvent.OtherName"/>
    /// the cause, <see cref="LogEvent.Size"/> until when (UTC ticks), <see cref="LogEvent.Count"/> how often it was refused.</summary>
    PathChanged,

    /// <summary>The line was not understood; <see cref="LogEvent.Name"/> is the program.</summary>
    NotUnderstood,
}
