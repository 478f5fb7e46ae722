namespace Todoku.Relay.Policy;

/// <summary>Signs a message that was changed after it was taken, as the policy signs what it takes.</summary>
public interface IMessageSigner
{
    /// <summary>The signatures of a whole message: DKIM-Signature fields with their CRLF, to be put before it; empty when no key signs it.</summary>
    /// <param name="message">The message; its lines end in CRLF.</param>
    string Sign(ReadOnlyMemory<byte> message);
}
