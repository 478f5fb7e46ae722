using System.Net;

namespace Todoku.Smtp.Server;

/// <summary>Who the client of a session is, as far as it is known. A new value whenever something was learned.</summary>
public sealed record SmtpClientInfo
{
    /// <summary>The name of the session, for logs.</summary>
    public required string SessionId { get; init; }

    /// <summary>The client's address, without an IPv4 address being wrapped into IPv6.</summary>
    public required IPAddress Address { get; init; }

    /// <summary>The number of the user of this machine whose program it is, by the kernel's word, when it came by a Unix socket; null over a network.</summary>
    public uint? LocalUserId { get; init; }

    /// <summary>The client's port; 0 when a proxy did not say.</summary>
    public int Port { get; init; }

    /// <summary>The address of the server that it connected to.</summary>
    public required IPEndPoint LocalEndPoint { get; init; }

    /// <summary>The name that it said with EHLO or HELO, printable ASCII; null before.</summary>
    public string? HelloName { get; init; }

    /// <summary>Whether it said EHLO.</summary>
    public bool IsExtended { get; init; }

    /// <summary>The TLS of the connection, or null.</summary>
    public TlsDetails? Tls { get; init; }

    /// <summary>The user whose password it knew, or null.</summary>
    public string? User { get; init; }

    /// <summary>Its host name as a trusted proxy gave it, or null. Never looked up by the session.</summary>
    public string? HostName { get; init; }

    /// <summary>Whether it may have mail sent to hosts elsewhere.</summary>
    public bool MayRelay { get; init; }

    /// <summary>The protocol as Received fields name it (RFC 3848, RFC 6531): SMTP, ESMTP, ESMTPS, ESMTPA, ESMTPSA, UTF8SMTP ...</summary>
    public string Protocol(bool isInternational)
    {
        if (!IsExtended) return "SMTP";
        var name = isInternational ? "UTF8SMTP" : "ESMTP";
        return $"{name}{(Tls is null ? "" : "S")}{(User is null ? "" : "A")}";
    }
}
