using Todoku.Authentication.Messages;
using Todoku.Cli.Explain;
using Todoku.Diagnosis.Messages;
using Todoku.Mail.Messages.Notices;
using Todoku.Diagnosis.Messages.Routes;
using Todoku.Diagnosis.Reports.Checks;

namespace Todoku.Cli.Message;

/// <summary>All that was found out about one message.</summary>
/// <param name="Number">Its place in the mailbox, from 1.</param>
/// <param name="Message">The message.</param>
/// <param name="Envelope">How it came.</param>
/// <param name="Authentication">SPF, DKIM, DMARC and ARC.</param>
/// <param name="Report">The points.</param>
/// <param name="Failures">Of a bounce: each recipient, and what the reply about it means; null when there is no reply.</param>
internal sealed record MessageExamination(
    int Number,
    MessageSubject Message,
    MessageEnvelope Envelope,
    MessageAuthentication Authentication,
    CheckReport Report,
    IReadOnlyList<(FailedRecipient Recipient, Explanation? Explanation)> Failures);
