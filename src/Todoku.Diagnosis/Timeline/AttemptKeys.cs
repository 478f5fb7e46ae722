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
        var recipient = Utf8Hash.Compute(attempt.Recipient);
        // A log that doesn't tell messages apart leaves the queue id, and without that each sender and recipient are one message.
        var message = attempt.MessageKey != 0
            ? Utf8Hash.Mix(attempt.MessageKey)
            : attempt.QueueId.IsEmpty
                ? Utf8Hash.Combine(Utf8Hash.Compute(attempt.Sender), recipient)
                : Utf8Hash.Combine(Utf8Hash.Compute(attempt.Host), Utf8Hash.Compute(attempt.QueueId));
        return new AttemptKeys(message, recipient, Utf8Hash.Combine(message, recipient));
    }
}
