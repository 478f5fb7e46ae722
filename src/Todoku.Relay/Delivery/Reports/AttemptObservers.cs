namespace Todoku.Relay.Delivery.Reports;

/// <summary>Tells several observers, in their order.</summary>
/// <param name="observers">The observers.</param>
public sealed class AttemptObservers(params IReadOnlyList<IAttemptObserver> observers) : IAttemptObserver
{
    /// <inheritdoc/>
    public void Attempted(AttemptReport report)
    {
        foreach (var observer in observers) observer.Attempted(report);
    }
}
