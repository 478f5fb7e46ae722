using Todoku.Apply.Changes;

namespace Todoku.Apply.Running;

/// <summary>What undoing an entry of the journal would do.</summary>
public abstract record UndoPlan
{
    private UndoPlan()
    {
    }

    /// <summary>It can be undone.</summary>
    public sealed record Ready(Change Change) : UndoPlan;

    /// <summary>Somebody has changed a file since: it is left to them.</summary>
    /// <param name="Path">The file.</param>
    /// <param name="Diff">From what Todoku left to what is there now.</param>
    public sealed record ChangedSince(string Path, IReadOnlyList<string> Diff) : UndoPlan;

    /// <summary>It was undone or taken back already.</summary>
    public sealed record NothingLeft : UndoPlan;
}
