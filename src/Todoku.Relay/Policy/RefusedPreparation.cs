namespace Todoku.Relay.Policy;

/// <summary>A message that is not taken.</summary>
internal sealed class RefusedPreparation(MessageRefusal refusal) : IMessagePreparation
{
    public MessageRefusal? Refusal => refusal;

    public ReadOnlyMemory<byte> Header => default;

    public void Append(ReadOnlySpan<byte> body)
    {
    }

    public PreparedMessage Finish() => throw new InvalidOperationException("The message is refused.");

    public void Dispose()
    {
    }
}
