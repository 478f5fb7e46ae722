using System.Buffers;
using Todoku.Smtp.Envelopes;
using Todoku.Smtp.Replies;
using Todoku.Smtp.Server.Receiving;

namespace Todoku.Relay.Intake.Smtp;

/// <summary>Gathers the beginning of a message that came back. What lies past the limit is returned mail, which nobody reads.</summary>
internal sealed class ReturnedMailSink(IReturnedMail returns, Envelope envelope) : ISmtpMessageSink
{
    private readonly ArrayBufferWriter<byte> _octets = new(8192);

    public ValueTask WriteAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
    {
        var room = returns.MaxLength - _octets.WrittenCount;
        if (room > 0) _octets.Write(octets.Span[..Math.Min(room, octets.Length)]);
        return ValueTask.CompletedTask;
    }

    public ValueTask<Reply> CommitAsync(CancellationToken cancellationToken) =>
        returns.TakeAsync([.. envelope.Recipients.Select(recipient => recipient.Mailbox)], envelope.Sender, _octets.WrittenMemory, cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
