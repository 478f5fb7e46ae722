namespace Todoku.Smtp.Client.Outcomes;

/// <summary>How a session was lost.</summary>
public enum LossReason : byte
{
    /// <summary>The server closed the connection.</summary>
    Closed,

    /// <summary>The network or the server broke the connection.</summary>
    Broken,

    /// <summary>The server did not answer, or did not read, in the time of the step.</summary>
    TimedOut,

    /// <summary>The server sent what is no reply, or a reply that the step does not have.</summary>
    Protocol,

    /// <summary>The caller gave up.</summary>
    Cancelled,
}
