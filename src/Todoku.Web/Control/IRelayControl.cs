using Todoku.Web.Control.Contract;

namespace Todoku.Web.Control;

/// <summary>What an administrator may ask of the relay and tell it: of this process (<see cref="RelayControl"/>), or of one that runs elsewhere (<see cref="ControlClient"/>).</summary>
public interface IRelayControl
{
    /// <summary>How it stands.</summary>
    Task<ControlAnswer<StatusAnswer>> StatusAsync(CancellationToken cancellation);

    /// <summary>A page of the queue.</summary>
    /// <param name="selector">Which entries.</param>
    /// <param name="max">The most of them.</param>
    /// <param name="after">What the page before said is next; null from the beginning.</param>
    /// <param name="cancellation">Ends it.</param>
    Task<ControlAnswer<QueueListAnswer>> ListAsync(QueueSelector selector, int max, string? after, CancellationToken cancellation);

    /// <summary>One message.</summary>
    Task<ControlAnswer<MessageAnswer>> ShowAsync(string id, CancellationToken cancellation);

    /// <summary>Why a message, or one recipient of it, is still queued.</summary>
    Task<ControlAnswer<WhyAnswer>> WhyAsync(string id, CancellationToken cancellation);

    /// <summary>The dialogues in which a message was offered, also of one that has left the queue.</summary>
    Task<ControlAnswer<TraceAnswer>> TraceAsync(string id, CancellationToken cancellation);

    /// <summary>The queue by lane and age.</summary>
    Task<ControlAnswer<ShapeAnswer>> ShapeAsync(int lanes, CancellationToken cancellation);

    /// <summary>Holds, releases, retries or drops.</summary>
    Task<ControlAnswer<ChangeAnswer>> ChangeAsync(ChangeBody change, CancellationToken cancellation);

    /// <summary>Lines of the suppression list.</summary>
    /// <param name="match">A part of the address or of the author domain; empty for all.</param>
    /// <param name="max">The most lines.</param>
    /// <param name="cancellation">Ends it.</param>
    Task<ControlAnswer<SuppressionsAnswer>> SuppressionsAsync(string match, int max, CancellationToken cancellation);

    /// <summary>Puts a line on the suppression list.</summary>
    Task<ControlAnswer<SuppressionLine>> SuppressAsync(SuppressionBody line, CancellationToken cancellation);

    /// <summary>Takes a line away.</summary>
    Task<ControlAnswer<SuppressionLine>> UnsuppressAsync(string address, string authorDomain, CancellationToken cancellation);

    /// <summary>How paths stand.</summary>
    Task<ControlAnswer<PathsAnswer>> PathsAsync(CancellationToken cancellation);

    /// <summary>Opens a path by hand.</summary>
    Task<ControlAnswer<PathRequestBody>> OpenPathAsync(PathRequestBody path, CancellationToken cancellation);

    /// <summary>How much is sent at a time.</summary>
    Task<ControlAnswer<LimitsAnswer>> LimitsAsync(CancellationToken cancellation);
}
