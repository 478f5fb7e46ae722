using Todoku.Knowledge;

namespace Todoku.Relay.Delivery.Shaping;

/// <summary>Holds the limits of each provider and path.</summary>
/// <param name="usual">What holds where nothing else is known.</param>
public sealed class Shaper(ShapeLimits usual) : IShaper
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Provider, string Path), int> _passes = [];

    /// <inheritdoc/>
    public ShapeAnswer Ask(string provider, string path, int recipients)
    {
        lock (_gate)
        {
            var running = _passes.GetValueOrDefault((provider, path));
            if (running >= usual.Connections) return new ShapeAnswer.NotYet(TimeSpan.Zero, $"connections {usual.Connections}");
            _passes[(provider, path)] = running + 1;
            return ShapeAnswer.Pass.Instance;
        }
    }

    /// <inheritdoc/>
    public void Report(string provider, string path, Cause? cause)
    {
        lock (_gate)
        {
            var running = _passes.GetValueOrDefault((provider, path));
            if (running <= 1) _passes.Remove((provider, path));
            else _passes[(provider, path)] = running - 1;
        }
    }

    /// <inheritdoc/>
    public ShapeLimits Limits(string provider, string path) => usual;
}
