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

    /// <summary>Makes one with recipients that were accepted.</summary>
    /// <param name="sender">The reverse-path; null for the null sender of bounces.</param>
    /// <param name="parameters">The parameters of MAIL.</param>
    /// <param name="recipients">The recipients.</param>
    public Envelope(Mailbox? sender, MailParameters parameters, IEnumerable<EnvelopeRecipient> recipients)
        : this(sender, parameters) => _recipients.AddRange(recipients);

    /// <summary>The reverse-path; null for the null sender.</summary>
    public Mailbox? Sender { get; }

    /// <summary>The parameters of MAIL.</summary>
    public MailParameters Parameters { get; }

    /// <summary>What who hands the message in calls it, so that it is taken once however often it is handed in; null without. No part of the dialogue.</summary>
    public string? Key { get; init; }

    /// <summary>The accepted recipients, in the order of the dialogue; one that was said twice stands twice.</summary>
    public IReadOnlyList<EnvelopeRecipient> Recipients => _recipients;

    internal void Add(EnvelopeRecipient recipient) => _recipients.Add(recipient);
}
