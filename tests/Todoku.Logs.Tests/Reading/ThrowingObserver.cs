using Todoku.Mail;

namespace Todoku.Logs.Tests.Reading;

internal sealed class ThrowingObserver : IDeliveryObserver
{
    public void Attempted(in DeliveryAttempt attempt) => throw new InvalidOperationException("observer");

    public void Queued(in QueuedMessage message) { }

    public void Removed(long utcTicks, ReadOnlySpan<byte> host) { }

    public void Ended(ulong messageKey) { }

    public void ConnectionFailed(in ConnectionFailure failure) { }

    public void SigningFailed(in SigningFailure failure) { }

    public void Warned(in ServerWarning warning) { }
}
