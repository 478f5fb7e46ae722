using System.IO.Pipelines;
using System.Net;

namespace Todoku.Smtp.Server;

/// <summary>What a session speaks over: a socket, or in tests two pipes.</summary>
public abstract class SmtpServerConnection
{
    /// <summary>What the client sends. Another one after TLS began.</summary>
    public abstract PipeReader Input { get; }

    /// <summary>What is sent to the client. Another one after TLS began.</summary>
    public abstract PipeWriter Output { get; }

    /// <summary>The client's address and port.</summary>
    public abstract IPEndPoint RemoteEndPoint { get; }

    /// <summary>The server's address and port.</summary>
    public abstract IPEndPoint LocalEndPoint { get; }

    /// <summary>The number of the user of this machine at the other end of a Unix socket, by the kernel's word; null over a network.</summary>
    public virtual uint? LocalUserId => null;

    /// <summary>The TLS of the connection, or null.</summary>
    public abstract TlsDetails? Tls { get; }

    /// <summary>Whether there is a certificate, so that TLS can begin.</summary>
    public abstract bool CanStartTls { get; }

    /// <summary>
    /// Begins TLS. Whatever was received in plain text and not read yet is thrown away: an attacker on the way could have put it there
    /// (RFC 3207, section 4.2; CVE-2011-0411).
    /// </summary>
    /// <returns>False when the handshake failed or took too long; then the connection is of no use any more.</returns>
    public abstract ValueTask<bool> StartTlsAsync(CancellationToken cancellationToken);
}
