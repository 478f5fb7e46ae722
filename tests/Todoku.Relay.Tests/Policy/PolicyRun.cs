using System.Text;
using Todoku.Relay.Policy;

namespace Todoku.Relay.Tests.Policy;

/// <summary>What the policy made of a message.</summary>
internal sealed record PolicyRun(MessageRefusal? Refusal, PreparedMessage? Prepared, byte[] Sent)
{
    public string Text => Encoding.Latin1.GetString(Sent);

    public PreparedMessage Message => Prepared ?? throw new InvalidOperationException("It was refused.");
}
