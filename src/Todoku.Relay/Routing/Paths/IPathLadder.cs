using Todoku.Relay.Delivery.Decisions;

namespace Todoku.Relay.Routing.Paths;

/// <summary>Chooses the path of a message at each attempt, and learns from what became of it.</summary>
public interface IPathLadder
{
    /// <summary>Chooses. What DNS has to say about a path (SPF, PTR) may be asked for.</summary>
    ValueTask<PathChoice> ChooseAsync(PathRequest request, CancellationToken cancellation);

    /// <summary>Tells how an attempt by a chosen path ended: suspends, opens, counts.</summary>
    void Report(PathRequest request, PathChoice.Use choice, DeliveryDecision decision);
}
