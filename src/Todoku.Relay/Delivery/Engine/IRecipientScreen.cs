using Todoku.Relay.Queue;

namespace Todoku.Relay.Delivery.Engine;

/// <summary>Knows the recipients that are not written to any more.</summary>
public interface IRecipientScreen
{
    /// <summary>Why a recipient is not written to; null when nothing is against it. Called for every recipient of every attempt.</summary>
    /// <param name="recipient">The recipient.</param>
    /// <param name="envelope">The message: some recipients are closed to one author, or to bulk mail alone.</param>
    ScreenedOut? Against(string recipient, QueuedEnvelope envelope);
}
