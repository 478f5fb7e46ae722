using Todoku.Relay.Delivery.Decisions;

namespace Todoku.Relay.Routing.Paths;

/// <summary>Chooses the path of a message at each attempt, and learns from what became of it.</summary>
public interface IPathLadder
{
    /// <summary>
    /// Whether a path of the message leads to the servers of the recipient's domain, so that they have to be found. Where all its paths are smart hosts its
    /// mail leaves also when DNS does not answer.
    /// </summary>
    bool NeedsServers(PathRequest request);

    /// <summary>Chooses. What DNS has to say about a path (SPF, PTR) may be asked for.</summary>
    ValueTask<PathChoice> ChooseAsync(PathRequest request, CancellationToken cancellation);

    /// <summary>Gives a choice back: no attempt was made, since a limit held it back.</summary>
    void Withdraw(PathRequest request, PathChoice.Use choice);

    /// <summary>Tells how an attempt by a chosen path ended: suspends, opens, counts.</summary>
    void Report(PathRequest request, PathChoice.Use choice, DeliveryDecision decision);
}
