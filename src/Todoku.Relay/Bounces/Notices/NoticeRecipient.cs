using Todoku.Relay.Delivery.Reports;
using Todoku.Relay.Queue;

namespace Todoku.Relay.Bounces.Notices;

/// <summary>One recipient that a notice is about.</summary>
/// <param name="Recipient">As the envelope has it.</param>
/// <param name="Report">How the last attempt ended.</param>
internal sealed record NoticeRecipient(QueuedRecipient Recipient, AttemptReport Report);
