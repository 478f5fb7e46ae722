using Todoku.Relay.Delivery.Reports;
using Todoku.Relay.Queue;

namespace Todoku.Relay.Bounces;

/// <summary>Writes the notices that tell senders what became of their mail (RFC 3461 to 3464).</summary>
public interface INoticeWriter
{
    /// <summary>The notice for recipients of one message, or null when nobody wants to be told: NOTIFY says so, or the sender is the null sender.</summary>
    /// <param name="kind">What became of them.</param>
    /// <param name="message">The message.</param>
    /// <param name="reports">How the last attempt ended for each recipient that the notice is about, at least one; they need not share one reply.</param>
    /// <param name="original">The message as it was sent, prefix first: its header, or more. It is given back whole where the sender wants that and all of it is here.</param>
    NewMessage? Write(NoticeKind kind, StoredMessage message, IReadOnlyList<AttemptReport> reports, ReadOnlyMemory<byte> original);

    /// <summary>How many octets of the message, prefix among them, a notice can make use of: as many or more are to be given to <see cref="Write"/>, or all there are.</summary>
    int LengthWanted(NoticeKind kind, StoredMessage message);
}
