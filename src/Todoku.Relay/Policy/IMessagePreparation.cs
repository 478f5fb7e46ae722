namespace Todoku.Relay.Policy;

/// <summary>A message on its way through the policy. It sees the body go by once and keeps none of it.</summary>
public interface IMessagePreparation : IDisposable
{
    /// <summary>Why the message is not taken; null when it is. When it is not, the rest need not be shown, and <see cref="Finish"/> must not be called.</summary>
    MessageRefusal? Refusal { get; }

    /// <summary>The header to keep in place of the one that came, with the empty line behind it: without Bcc, else octet for octet the same.</summary>
    ReadOnlyMemory<byte> Header { get; }

    /// <summary>Shows the next octets of the body.</summary>
    void Append(ReadOnlySpan<byte> body);

    /// <summary>Signs, and says what else is to be kept. Called once, after the last octet.</summary>
    PreparedMessage Finish();
}
