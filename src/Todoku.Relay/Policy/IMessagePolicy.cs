using Todoku.Relay.Intake;

namespace Todoku.Relay.Policy;

/// <summary>Decides what the relay changes in a message that it takes: its envelope sender, missing or forbidden fields, its signatures.</summary>
public interface IMessagePolicy
{
    /// <summary>Begins with a message whose header is complete.</summary>
    /// <param name="submission">Who handed in what.</param>
    /// <param name="header">The header as it came, with the empty line behind it when there is one; lines end in CRLF.</param>
    /// <param name="received">The Received field to put before it, with its CRLF.</param>
    IMessagePreparation Begin(Submission submission, ReadOnlyMemory<byte> header, string received);
}
