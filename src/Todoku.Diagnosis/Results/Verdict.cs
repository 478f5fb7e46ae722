namespace Todoku.Diagnosis;

/// <summary>The overall answer of a diagnosis.</summary>
public enum Verdict
{
    /// <summary>Nothing that the sender must do: mail arrives, or what fails is the recipients' own.</summary>
    NothingToDo,

    /// <summary>There are findings the sender, or somebody for the sender, must act on.</summary>
    ActionNeeded,

    /// <summary>Too little was seen to say.</summary>
    NotEnoughEvidence,

    /// <summary>There are delivery lines but none was understood: nothing may be concluded.</summary>
    NotUnderstood,
}
