using Todoku.Smtp.Replies;

namespace Todoku.Smtp.Server.Receiving;

/// <summary>
/// Where the octets of one message go. Exactly one of two things happens: <see cref="CommitAsync"/> is called once after the last octet, or the sink is
/// disposed without it and must forget the message.
/// </summary>
public interface ISmtpMessageSink : IAsyncDisposable
{
    /// <summary>Takes the next octets; the client is not read from before this returns. The memory may be used until then only.</summary>
    ValueTask WriteAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken);

    /// <summary>Makes the message safe.</summary>
    /// <returns>The reply to the client. A 250 is a promise: it may be returned only when the message would survive the loss of power now.</returns>
    ValueTask<Reply> CommitAsync(CancellationToken cancellationToken);
}
