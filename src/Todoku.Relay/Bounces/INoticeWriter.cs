using Todoku.Relay.Delivery.Reports;
using Todoku.Relay.Queue;

namespace Todoku.Relay.Bounces;

/// <summary>Writes the notices that tell senders what became of their mail (RFC 3461 to 3464).</summary>
public interface INoticeWriter
{
    /// <summary>The notice for recipients that shared one fate, or null when nobody wants to be told: NOTIFY says so, or the sender is the null sender.</summary>
    /// <param name="kind">What became of them.</param>
    /// <param name="message">The message.</param>
    /// <param name="reports">How the last attempt ended for each recipient that the notice is about, at least one.</param>
    /// <param name="header">The header of the message, as it was sent.</param>
    NewMessage? Write(NoticeKind kind, StoredMessage message, IReadOnlyList<AttemptReport> reports, ReadOnlyMemory<byte> header);
}
