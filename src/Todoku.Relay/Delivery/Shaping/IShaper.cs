using Todoku.Knowledge;

namespace Todoku.Relay.Delivery.Shaping;

/// <summary>How much a provider is sent at a time by one path.</summary>
public interface IShaper
{
    /// <summary>Asks to send one message now. A pass that was given is given back by <see cref="Report"/>.</summary>
    ShapeAnswer Ask(string provider, string path, int recipients);

    /// <summary>Tells how it went, and gives the pass back.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="path">The path.</param>
    /// <param name="cause">Null when it was delivered; else why not.</param>
    void Report(string provider, string path, Cause? cause);

    /// <summary>What holds for a provider and path now.</summary>
    ShapeLimits Limits(string provider, string path);
}
