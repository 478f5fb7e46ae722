namespace Todoku.Relay.Delivery.Reports;

/// <summary>Is told of every attempt. Called from many threads; must not block.</summary>
public interface IAttemptObserver
{
    /// <summary>An attempt ended.</summary>
    void Attempted(AttemptReport report);
}
