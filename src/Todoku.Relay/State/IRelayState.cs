using Todoku.Relay.Queue.Outcomes;

namespace Todoku.Relay.State;

/// <summary>
/// Keeps what must outlive a restart and is no message. Whoever owns a kind reads it once at the start, holds it in memory, and writes each change;
/// a change that could not be written still counts in memory. All members may be called by several threads at once.
/// </summary>
public interface IRelayState
{
    /// <summary>Gives every row of a kind that has not expired, in no order.</summary>
    ValueTask<LoadOutcome> LoadAsync(string kind, Action<StateRow> take);

    /// <summary>Keeps rows, in place of those with the same kind and key. Done when they are on the disk.</summary>
    ValueTask<WriteOutcome> PutAsync(IReadOnlyList<StateRow> rows, CancellationToken cancellation);

    /// <summary>Forgets rows; those that are not there are passed over.</summary>
    ValueTask<WriteOutcome> RemoveAsync(string kind, IReadOnlyList<string> keys, CancellationToken cancellation);
}
