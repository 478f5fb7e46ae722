using System.Net;
using Todoku.Relay.Routing.Paths;

namespace Todoku.Relay.Delivery.Engine;

/// <summary>Finds the addresses of smart hosts.</summary>
public interface ISmartHostFinder
{
    /// <summary>Its addresses in the order to try them; empty when DNS does not know them now.</summary>
    ValueTask<IReadOnlyList<IPAddress>> FindAsync(RelayPath.SmartHost host, CancellationToken cancellation);
}
