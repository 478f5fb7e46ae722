namespace Todoku.Relay.Delivery.Engine;

/// <summary>Knows the recipients that are not written to any more.</summary>
public interface IRecipientScreen
{
    /// <summary>Why a recipient is not written to, in English; null when nothing is against it. Called for every recipient of every attempt.</summary>
    string? Against(string recipient);
}
