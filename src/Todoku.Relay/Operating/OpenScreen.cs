using Todoku.Relay.Delivery.Engine;

namespace Todoku.Relay.Operating;

/// <summary>Nothing is against any recipient.</summary>
internal sealed class OpenScreen : IRecipientScreen
{
    public string? Against(string recipient) => null;
}
