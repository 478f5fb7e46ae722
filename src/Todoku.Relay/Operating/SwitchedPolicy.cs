using Todoku.Relay.Intake;
using Todoku.Relay.Policy;

namespace Todoku.Relay.Operating;

/// <summary>The policy of the configuration that holds now: a message keeps the one that it began with.</summary>
internal sealed class SwitchedPolicy(IMessagePolicy first) : IMessagePolicy, IMessageSigner
{
    private IMessagePolicy _now = first;

    public void Replace(IMessagePolicy policy) => Volatile.Write(ref _now, policy);

    public IMessagePreparation Begin(Submission submission, ReadOnlyMemory<byte> header, string received) => Volatile.Read(ref _now).Begin(submission, header, received);

    public string Sign(ReadOnlyMemory<byte> message) => (Volatile.Read(ref _now) as IMessageSigner)?.Sign(message) ?? "";
}
