namespace Todoku.Apply.Postfix;

/// <summary>What there is of Postfix on this host.</summary>
public abstract record PostfixFinding
{
    private PostfixFinding()
    {
    }

    /// <summary>The instance that is meant.</summary>
    public sealed record Found(PostfixInstance Instance) : PostfixFinding;

    /// <summary>None.</summary>
    public sealed record NotThere : PostfixFinding;

    /// <summary>More than one, and nobody said which.</summary>
    /// <param name="Folders">Their folders.</param>
    public sealed record Several(IReadOnlyList<string> Folders) : PostfixFinding;

    /// <summary>It does not tell its configuration.</summary>
    /// <param name="Complaint">What it says.</param>
    public sealed record Unreadable(string Complaint) : PostfixFinding;
}
