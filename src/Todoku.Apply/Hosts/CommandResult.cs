namespace Todoku.Apply.Hosts;

/// <summary>How a program ended.</summary>
/// <param name="Status">Its exit status.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Errors">What it wrote to standard error.</param>
public readonly record struct CommandResult(int Status, string Output, string Errors)
{
    /// <summary>The status of a program that there is not, as a shell has it.</summary>
    public const int NotRun = 127;

    /// <summary>Whether it ended well.</summary>
    public bool IsFine => Status == 0;

    /// <summary>What it said of its failure, in one text.</summary>
    public string Complaint => (Errors.Trim().Length > 0 ? Errors : Output).Trim();
}
