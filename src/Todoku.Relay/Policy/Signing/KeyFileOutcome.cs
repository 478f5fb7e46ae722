namespace Todoku.Relay.Policy.Signing;

/// <summary>What came of reading a key file.</summary>
public abstract record KeyFileOutcome
{
    private KeyFileOutcome()
    {
    }

    /// <summary>It was read.</summary>
    /// <param name="Mark">What it was like when it was read.</param>
    /// <param name="Text">What it holds.</param>
    public sealed record Read(KeyFileMark Mark, string Text) : KeyFileOutcome
    {
        /// <inheritdoc/>
        public override string ToString() => $"{nameof(Read)} {Mark}";
    }

    /// <summary>It can't be used.</summary>
    /// <param name="Problem">Why.</param>
    /// <param name="Detail">What the system said, or the mode or owner that is wrong.</param>
    public sealed record Refused(KeyFileProblem Problem, string Detail) : KeyFileOutcome;
}
