using Todoku.Relay.Queue.Outcomes;

namespace Todoku.Relay.Queue;

/// <summary>
/// Reads a queue that another process may have open for a moment: <c>todoku queue</c> of an administrator, a relay that ends. A relay that went on without would
/// leave what it had promised lying.
/// </summary>
internal static class PatientLoad
{
    // Between two looks.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Reads it.</summary>
    /// <param name="store">The queue.</param>
    /// <param name="take">Is told each entry.</param>
    /// <param name="clock">The time to wait by.</param>
    /// <param name="patience">How long to wait; then it failed with <see cref="StorageFault.InUse"/>.</param>
    public static async ValueTask<LoadOutcome> LoadAsync(IMailQueue store, Action<StoredEntry> take, SteadyClock clock, TimeSpan patience)
    {
        var until = clock.Now + patience;
        while (true)
        {
            var outcome = await store.LoadAsync(take).ConfigureAwait(false);
            if (outcome is not LoadOutcome.Failed { Fault: StorageFault.InUse, Entries: 0 } || clock.Now >= until) return outcome;
            await Task.Delay(Pause, clock.Time).ConfigureAwait(false);
        }
    }
}
