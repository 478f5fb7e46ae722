namespace Todoku.Smtp.Envelopes;

/// <summary>Whom a message is from and for, as the dialogue says it; the header of the message is no part of it (RFC 5321, section 2.3.1).</summary>
public sealed class Envelope
{
    private readonly List<EnvelopeRecipient> _recipients = [];

    /// <summary>Makes one without recipients.</summary>
    /// <param name="sender">The reverse-path; null for the null sender of bounces.</param>
    /// <param name="parameters">The parameters of MAIL.</param>
    public Envelope(Mailbox? sender, MailParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        (Sender, Parameters) = (sender, parameters);
    }

    /// <summary>The reverse-path; null for the null sender.</summary>
    public Mailbox? Sender { get; }

    /// <summary>The parameters of MAIL.</summary>
    public MailParameters Parameters { get; }

    /// <summary>The accepted recipients, in the order of the dialogue; one that was said twice stands twice.</summary>
    public IReadOnlyList<EnvelopeRecipient> Recipients => _recipients;

    internal void Add(EnvelopeRecipient recipient) => _recipients.Add(recipient);
}
