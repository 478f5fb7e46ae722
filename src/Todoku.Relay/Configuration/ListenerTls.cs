namespace Todoku.Relay.Configuration;

/// <summary>TLS of a listener.</summary>
public enum ListenerTls : byte
{
    /// <summary>None.</summary>
    None,

    /// <summary>STARTTLS is offered.</summary>
    Offered,

    /// <summary>STARTTLS is wanted before MAIL.</summary>
    Required,

    /// <summary>The connection begins with it (port 465; RFC 8314).</summary>
    Implicit,
}
