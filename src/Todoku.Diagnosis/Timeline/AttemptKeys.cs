using Todoku.Mail;

namespace Todoku.Diagnosis.Timeline;

/// <summary>The hashes that an attempt is known by.</summary>
/// <param name="Message">The message.</param>
/// <param name="Recipient">The recipient.</param>
/// <param name="Delivery">The message for this recipient.</param>
internal readonly record struct AttemptKeys(ulong Message, ulong Recipient, ulong Delivery)
{
    public static AttemptKeys Of(in DeliveryAttempt attempt)
    {
        var message = MessageOf(attempt);
        var recipient = Utf8Hash.Compute(attempt.Recipient);
        return new AttemptKeys(message, recipient, Utf8Hash.Combine(message, recipient));
    }

    /// <summary>The message of a key that the log reader gave.</summary>
    public static ulong MessageOf(ulong messageKey) => Utf8Hash.Mix(messageKey);

    /// <summary>The message alone: all that most deliveries need.</summary>
    public static ulong MessageOf(in DeliveryAttempt attempt)
    {
        if (attempt.MessageKey != 0) return MessageOf(attempt.MessageKey);
        // A log that doesn't tell messages apart leaves the queue id, and without that each sender and recipient are one message.
        return attempt.QueueId.IsEmpty
            ? Utf8Hash.Combine(Utf8Hash.Compute(attempt.Sender), Utf8Hash.Compute(attempt.Recipient))
            : Utf8Hash.Combine(Utf8Hash.Compute(attempt.Host), Utf8Hash.Compute(attempt.QueueId));
    }
}
