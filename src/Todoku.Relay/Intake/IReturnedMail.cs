using Todoku.Smtp.Envelopes;
using Todoku.Smtp.Replies;

namespace Todoku.Relay.Intake;

/// <summary>Takes mail that came back to a return path: bounces and complaints.</summary>
public interface IReturnedMail
{
    /// <summary>The most octets of such a message that are of interest; the rest is not kept.</summary>
    int MaxLength { get; }

    /// <summary>Reads it, and keeps what follows from it.</summary>
    /// <param name="recipients">The return paths.</param>
    /// <param name="sender">The envelope sender; null for the null sender.</param>
    /// <param name="octets">The message, cut at <see cref="MaxLength"/>.</param>
    /// <param name="cancellationToken">Ends the session.</param>
    /// <returns>The reply: a 250 when what follows from it is on the disk, or nothing follows.</returns>
    ValueTask<Reply> TakeAsync(IReadOnlyList<Mailbox> recipients, Mailbox? sender, ReadOnlyMemory<byte> octets, CancellationToken cancellationToken);
}
