using Todoku.Relay.Queue;

namespace Todoku.Relay.Delivery.Engine;

/// <summary>Is told when a delivery broke off by a fault of the relay's own. Must not throw.</summary>
public interface IDeliveryFaults
{
    /// <summary>A delivery threw; its mail is tried again later.</summary>
    void Failed(LeasedBatch lease, Exception error);
}
