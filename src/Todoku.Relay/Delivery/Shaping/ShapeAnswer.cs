namespace Todoku.Relay.Delivery.Shaping;

/// <summary>Whether a message may be sent now.</summary>
public abstract record ShapeAnswer
{
    private ShapeAnswer()
    {
    }

    /// <summary>It may; the pass counts as one connection until it is given back.</summary>
    public sealed record Pass : ShapeAnswer
    {
        /// <summary>The one there is.</summary>
        public static Pass Instance { get; } = new();
    }

    /// <summary>Not before a time.</summary>
    /// <param name="Delay">How long; zero when it hangs on a pass being given back.</param>
    /// <param name="Limit">The limit that binds, in English: "connections 20", "rate 100/h".</param>
    public sealed record NotYet(TimeSpan Delay, string Limit) : ShapeAnswer;
}
