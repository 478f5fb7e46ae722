using Todoku.Smtp.Client.Authentication;
using Todoku.Smtp.Client.Tls;
using Todoku.Smtp.Transcripts;

namespace Todoku.Smtp.Client;

/// <summary>How a session behaves.</summary>
public sealed record SmtpClientOptions
{
    /// <summary>The name said in EHLO: a host name, or an address literal in brackets. Printable ASCII without blanks.</summary>
    public required string HelloName
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrEmpty(value);
            if (value.AsSpan().ContainsAnyExceptInRange('!', '~')) throw new ArgumentException("A name of EHLO is printable ASCII without blanks.", nameof(value));
            field = value;
        }
    }

    /// <summary>Whether the server speaks LMTP (RFC 2033): it is greeted by LHLO and answers a message once for each recipient.</summary>
    /// <value>False.</value>
    public bool IsLmtp { get; init; }

    /// <summary>TLS.</summary>
    /// <value>Opportunistic.</value>
    public TlsSettings Tls { get; init; } = new();

    /// <summary>User name and password.</summary>
    /// <value>None: AUTH is not used.</value>
    public SmtpCredentials? Credentials { get; init; }

    /// <summary>The time of each step.</summary>
    /// <value>As RFC 5321 says.</value>
    public SmtpClientTimeouts Timeouts { get; init; } = SmtpClientTimeouts.Standard;

    /// <summary>Whether commands are sent together where the server offers it.</summary>
    /// <value>True.</value>
    public bool UsePipelining { get; init; } = true;

    /// <summary>
    /// Whether BDAT is used where the server offers it. It costs as many round trips as pipelined DATA; what it saves is the stuffing of dots, and servers
    /// are less used to it.
    /// </summary>
    /// <value>False.</value>
    public bool UseChunking { get; init; }

    /// <summary>Where the dialogue is written down.</summary>
    /// <value>Nowhere.</value>
    public Transcript? Transcript { get; init; }
}
