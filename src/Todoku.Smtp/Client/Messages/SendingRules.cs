using Todoku.Mail;
using Todoku.Smtp.Client.Outcomes;
using Todoku.Smtp.Client.Tls;

namespace Todoku.Smtp.Client.Messages;

/// <summary>
/// Decides whether a server can take a message at all, before anything is said of it:
/// <list type="bullet">
/// <item>no recipients: nothing to do;</item>
/// <item>REQUIRETLS: only under TLS with a verified certificate, to a server that hands it on so (RFC 8689, section 4.2.1);</item>
/// <item>an address or a header in UTF-8: only with SMTPUTF8;</item>
/// <item>octets above 127: only with 8BITMIME, else the caller converts;</item>
/// <item>larger than the server's limit: it would be refused after all of it was sent.</item>
/// </list>
/// </summary>
internal static class SendingRules
{
    /// <summary>Why the message is not offered; null when it is.</summary>
    public static SmtpAttemptOutcome.NotSent? Against(OutgoingEnvelope envelope, MessageContent content, SmtpCapabilities capabilities, TlsSessionInfo? tls)
    {
        if (envelope.Recipients.Count == 0) return Not(NotSentReason.NoRecipients, "");
        if (envelope.Parameters.RequiresTls)
        {
            if (tls is not { Certificate: CertificateStatus.Verified or CertificateStatus.Dane }) return Not(NotSentReason.NeedsRequireTls, "the server's certificate is not verified");
            if (!capabilities.RequireTls) return Not(NotSentReason.NeedsRequireTls, "REQUIRETLS is not offered");
        }
        if (envelope.NeedsInternationalMail && !capabilities.InternationalMail) return Not(NotSentReason.NeedsInternationalMail, "SMTPUTF8 is not offered");
        if (content.IsEightBit && !capabilities.EightBitMime) return Not(NotSentReason.NeedsDowngrade, "8BITMIME is not offered");
        if (content.Length > capabilities.SizeLimit) return Not(NotSentReason.TooLarge, $"{content.Length} octets, at most {capabilities.SizeLimit} are taken");
        return null;
    }

    private static SmtpAttemptOutcome.NotSent Not(NotSentReason reason, string detail) => new(SmtpStage.MailFrom, reason, detail);
}
