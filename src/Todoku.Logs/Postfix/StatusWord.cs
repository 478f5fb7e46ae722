using Todoku.Mail;

namespace Todoku.Logs.Postfix;

/// <summary>The words after <c>status=</c>.</summary>
internal static class StatusWord
{
    /// <summary>Reads a word; false when it is none of Postfix's.</summary>
    public static bool TryRead(ReadOnlySpan<byte> word, out DeliveryStatus status)
    {
        word = word.TrimEnd(","u8);
        (var known, status) = word switch
        {
            _ when word.SequenceEqual("sent"u8) => (true, DeliveryStatus.Delivered),
            _ when word.SequenceEqual("deferred"u8) => (true, DeliveryStatus.Deferred),
            _ when word.SequenceEqual("bounced"u8) => (true, DeliveryStatus.Bounced),
            _ when word.SequenceEqual("SOFTBOUNCE"u8) => (true, DeliveryStatus.Deferred),
            _ when word.SequenceEqual("expired"u8) || word.SequenceEqual("force-expired"u8) => (true, DeliveryStatus.Expired),
            _ when word.SequenceEqual("deliverable"u8) || word.SequenceEqual("undeliverable"u8) => (true, DeliveryStatus.Probed),
            _ when word.SequenceEqual("discarded"u8) || word.SequenceEqual("hold"u8) || word.SequenceEqual("filtered"u8) => (true, DeliveryStatus.Discarded),
            _ => (false, default),
        };
        return known;
    }
}
