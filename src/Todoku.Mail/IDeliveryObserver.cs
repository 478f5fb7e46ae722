namespace Todoku.Mail;

/// <summary>Takes, in order of time, what mail servers did. All views are valid only during the call.</summary>
public interface IDeliveryObserver
{
    /// <summary>One attempt to hand one message to one recipient.</summary>
    void Attempted(in DeliveryAttempt attempt);

    /// <summary>A message entered the queue (its envelope sender is known from here on).</summary>
    void Queued(in QueuedMessage message);

    /// <summary>A message left the queue, delivered or given up.</summary>
    /// <param name="utcTicks">When.</param>
    /// <param name="host">The mail server's host.</param>
    void Removed(long utcTicks, ReadOnlySpan<byte> host);

    /// <summary>
    /// No later call names this message: it left the queue, or its end was never seen and it is no longer followed. What is remembered for its sake may go.
    /// </summary>
    /// <param name="messageKey">As in <see cref="DeliveryAttempt.MessageKey"/>.</param>
    void Ended(ulong messageKey);

    /// <summary>A connection could not be made, or a host refused before the message's turn; the server may have tried another host next.</summary>
    void ConnectionFailed(in ConnectionFailure failure);

    /// <summary>A DKIM signer on the sending host said that it did not or could not sign.</summary>
    void SigningFailed(in SigningFailure failure);

    /// <summary>A relay suspended one of its ways out, or uses it again. Who does not care need not listen.</summary>
    void PathChanged(in PathChange change)
    {
    }

    /// <summary>Something else that the mail server complained of about itself.</summary>
    void Warned(in ServerWarning warning);
}
