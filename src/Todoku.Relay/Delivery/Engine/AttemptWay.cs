using System.Net;

namespace Todoku.Relay.Delivery.Engine;

/// <summary>By which path and to which server an attempt went, for its report.</summary>
/// <param name="Path">The name of the path.</param>
/// <param name="IsProbe">Whether it tested a suspended path.</param>
/// <param name="Sender">The envelope sender that was said.</param>
internal sealed record AttemptWay(string Path, bool IsProbe, string Sender)
{
    /// <summary>The server's name; empty when none was reached.</summary>
    public string Host { get; init; } = "";

    /// <summary>Its address; null when none was reached.</summary>
    public IPEndPoint? Remote { get; init; }

    /// <summary>The address it was sent from; null when not known.</summary>
    public IPAddress? Local { get; init; }

    /// <summary>Protocol and cipher; empty without TLS.</summary>
    public string Tls { get; init; } = "";
}
