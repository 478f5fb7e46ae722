namespace Todoku.Mail;

/// <summary>How one attempt to hand a message to one recipient ended.</summary>
public enum DeliveryStatus : byte
{
    /// <summary>The next hop took responsibility for the message (<c>sent</c>).</summary>
    Delivered,

    /// <summary>The attempt failed for now and will be repeated (<c>deferred</c>, <c>SOFTBOUNCE</c>).</summary>
    Deferred,

    /// <summary>The attempt failed for good and the sender is told (<c>bounced</c>).</summary>
    Bounced,

    /// <summary>The message was given up after its time in the queue (<c>expired</c>, <c>force-expired</c>).</summary>
    Expired,

    /// <summary>An address was only probed, no message was handed over (<c>deliverable</c>, <c>undeliverable</c>). Never counted.</summary>
    Probed,

    /// <summary>The message was thrown away on purpose (the discard agent, a hold or filter action). Never counted as delivered.</summary>
    Discarded,
}
