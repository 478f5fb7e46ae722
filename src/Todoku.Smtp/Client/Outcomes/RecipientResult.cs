using Todoku.Mail;
using Todoku.Smtp.Client.Messages;
using Todoku.Smtp.Client.Replies;

namespace Todoku.Smtp.Client.Outcomes;

/// <summary>What became of one recipient.</summary>
/// <param name="Recipient">The recipient.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Stage">Where in the dialogue that was settled.</param>
/// <param name="Reply">The reply that settled it; null when none came.</param>
public sealed record RecipientResult(OutgoingRecipient Recipient, RecipientStatus Status, SmtpStage Stage, ServerReply? Reply);
