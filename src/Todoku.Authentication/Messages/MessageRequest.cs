using System.Net;
using Todoku.Mail.Messages;

namespace Todoku.Authentication.Messages;

/// <summary>A message, and how it came.</summary>
public sealed record MessageRequest
{
    /// <summary>The message; its lines end in CRLF (<see cref="MessageLineEnds"/>).</summary>
    public required MessageHeaders Message { get; init; }

    /// <summary>The address of the client that handed it over; null when it isn't known: then SPF is not evaluated.</summary>
    public IPAddress? Ip { get; init; }

    /// <summary>The address of MAIL FROM; empty for the null sender.</summary>
    public string Sender { get; init; } = "";

    /// <summary>The name of HELO or EHLO; empty when it isn't known.</summary>
    public string Helo { get; init; } = "";

    /// <summary>The host that evaluates, for SPF's macro r and as authserv-id.</summary>
    public string Receiver { get; init; } = "unknown";

    /// <summary>Whether SPF's steps are wanted.</summary>
    public bool WithSteps { get; init; }
}
