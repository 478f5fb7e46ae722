using System.Net;

namespace Todoku.Authentication.Spf;

/// <summary>What is checked: a client, and the identities it showed (RFC 7208, section 4.1).</summary>
public sealed record SpfRequest
{
    /// <summary>The address of the client.</summary>
    public required IPAddress Ip { get; init; }

    /// <summary>
    /// The address of MAIL FROM, with or without angle brackets; empty for the null sender, whose identity is postmaster at the HELO name
    /// (RFC 7208, section 2.4). A domain alone stands for its postmaster.
    /// </summary>
    public required string Sender { get; init; }

    /// <summary>The name of HELO or EHLO; empty when it is not known.</summary>
    public string Helo { get; init; } = "";

    /// <summary>The host that checks, for macro r.</summary>
    public string Receiver { get; init; } = "unknown";

    /// <summary>Whether <see cref="SpfResult.Steps"/> is wanted.</summary>
    public bool WithSteps { get; init; }
}
