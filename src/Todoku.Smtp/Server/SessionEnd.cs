namespace Todoku.Smtp.Server;

/// <summary>How a session ended.</summary>
public enum SessionEnd : byte
{
    /// <summary>It has not.</summary>
    None,

    /// <summary>The client said QUIT.</summary>
    Quit,

    /// <summary>The client hung up, or the connection broke.</summary>
    Lost,

    /// <summary>The client was too slow.</summary>
    TimedOut,

    /// <summary>The client reached a limit, or spoke what is no SMTP.</summary>
    Refused,

    /// <summary>The TLS handshake failed.</summary>
    NoTls,

    /// <summary>The server stopped.</summary>
    Stopped,
}
