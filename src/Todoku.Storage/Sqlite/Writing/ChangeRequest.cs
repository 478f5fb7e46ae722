using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;

namespace Todoku.Storage.Sqlite.Writing;

/// <summary>A change whose outcome is a <see cref="WriteOutcome"/>.</summary>
/// <inheritdoc/>
internal abstract class ChangeRequest<TSession> : WriteRequest<TSession>
    where TSession : IWriteSession
{
    private readonly TaskCompletionSource<WriteOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<WriteOutcome> Outcome => _outcome.Task;

    public override void Done() => _outcome.TrySetResult(Messages.Count == 0 ? WriteOutcome.Done.Plain : new WriteOutcome.Done(Messages));

    public override void Failed(StorageFault fault, string detail) => _outcome.TrySetResult(new WriteOutcome.Failed(fault, detail));

    /// <summary>Messages that were queued with it.</summary>
    protected virtual IReadOnlyList<QueueId> Messages => [];
}
