namespace Todoku.Apply.Running;

/// <summary>How making a change ended.</summary>
public abstract record ApplyOutcome
{
    private ApplyOutcome()
    {
    }

    /// <summary>It is made and in force.</summary>
    /// <param name="Number">Its number in the journal.</param>
    public sealed record Made(int Number) : ApplyOutcome;

    /// <summary>A file is not any more what it was when the change was shown: nothing was done.</summary>
    /// <param name="Path">The file.</param>
    public sealed record ChangedSince(string Path) : ApplyOutcome;

    /// <summary>Another <c>todoku apply</c> makes a change at this moment: nothing was done.</summary>
    public sealed record Busy : ApplyOutcome;

    /// <summary>Something failed: all files are as they were.</summary>
    /// <param name="What">The command or file that failed.</param>
    /// <param name="Complaint">What it said.</param>
    public sealed record TakenBack(string What, string Complaint) : ApplyOutcome;

    /// <summary>Something failed, and taking back failed, too.</summary>
    /// <param name="What">The command or file that failed.</param>
    /// <param name="Complaint">What it said.</param>
    /// <param name="Left">What could not be taken back, and why.</param>
    public sealed record Stuck(string What, string Complaint, IReadOnlyList<string> Left) : ApplyOutcome;
}
