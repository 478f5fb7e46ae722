using Todoku.Relay.Delivery.Decisions;

namespace Todoku.Relay.Delivery.Shaping;

/// <summary>How much a provider is sent at a time by one path.</summary>
public interface IShaper
{
    /// <summary>Asks to send one message now. A pass that was given is given back by <see cref="Report"/> or <see cref="Return"/>.</summary>
    ShapeAnswer Ask(string provider, string path, int recipients);

    /// <summary>As <see cref="Ask"/>, but waits for its turn while nothing but connections that are in use stands against it.</summary>
    Task<ShapeAnswer> WaitAsync(string provider, string path, int recipients);

    /// <summary>Tells how it went, and gives the pass back.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="path">The path.</param>
    /// <param name="decision">How the attempt ended; of several recipients the one that says most against sending on.</param>
    void Report(string provider, string path, DeliveryDecision decision);

    /// <summary>Gives a pass back when nothing is known of how it went.</summary>
    void Return(string provider, string path);

    /// <summary>What holds for a provider and path now.</summary>
    ShapeLimits Limits(string provider, string path);
}
