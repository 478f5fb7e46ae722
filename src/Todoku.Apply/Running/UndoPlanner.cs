using Todoku.Apply.Changes;
using Todoku.Apply.Files;
using Todoku.Apply.Hosts;
using Todoku.Apply.Journals;

namespace Todoku.Apply.Running;

/// <summary>Turns an entry of the journal round. Only what is as Todoku left it is undone; of a change that was begun and has no end, what it had not yet come to counts as undone.</summary>
/// <param name="host">The host.</param>
/// <param name="journal">The journal.</param>
public sealed class UndoPlanner(IApplyHost host, Journal journal)
{
    /// <summary>Makes the plan.</summary>
    /// <exception cref="IOException">A file, or what was kept of it, can't be read.</exception>
    public UndoPlan Plan(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.State is JournalState.Undone or JournalState.TakenBack) return new UndoPlan.NothingLeft();
        var files = new List<FileEdit>();
        for (var i = entry.Files.Count - 1; i >= 0; i--)
        {
            var file = entry.Files[i];
            var now = host.Read(file.Path);
            var hash = Octets.Hash(now);
            if (hash != file.After && hash != file.Before)
                return new UndoPlan.ChangedSince(file.Path, UnifiedDiff.Of(new FileEdit(file.Path, journal.After(entry, i), now) { IsSecret = file.IsSecret }));
            files.Add(new FileEdit(file.Path, now, journal.Before(entry, i)) { Mode = (UnixFileMode)file.Mode, IsSecret = file.IsSecret });
        }
        return new UndoPlan.Ready(new Change(entry.Kind, entry.Subject)
        {
            Files = files,
            Builds = entry.Builds,
            // What the settings had to be is not so any more; that the whole is sound is.
            Checks = [.. entry.Checks.Where(check => check.Expects is null)],
            Activations = entry.Activations,
            Dns = entry.Dns?.Reversed(),
        });
    }
}
