using Todoku.Knowledge;
using Todoku.Relay.Bounces.Suppression;
using Todoku.Relay.Delivery.Shaping;
using Todoku.Relay.Delivery.Traces;
using Todoku.Relay.Queue;
using Todoku.Relay.Routing.Paths;

namespace Todoku.Web.Control;

/// <summary>What the answers are taken from. What is not there can't be asked for: a relay that does not run has a queue and a list, but sends nothing.</summary>
public sealed record ControlParts
{
    /// <summary>The queue.</summary>
    public DeliveryQueue? Queue { get; init; }

    /// <summary>The suppression list.</summary>
    public SuppressionList? Suppressed { get; init; }

    /// <summary>The paths.</summary>
    public PathLadder? Paths { get; init; }

    /// <summary>The limits.</summary>
    public Shaper? Shaper { get; init; }

    /// <summary>The dialogues that are remembered.</summary>
    public SessionTraces? Traces { get; init; }

    /// <summary>Says whether a word is a provider's id.</summary>
    public required KnowledgeBase Knowledge { get; init; }

    /// <summary>The relay's name.</summary>
    public required string HostName { get; init; }

    /// <summary>Where SMTP is spoken.</summary>
    public IReadOnlyList<string> Listening { get; init; } = [];

    /// <summary>The age at which mail is given up.</summary>
    public required TimeSpan GiveUpAge { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }
}
