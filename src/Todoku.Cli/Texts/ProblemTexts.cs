using Todoku.Logs.Sources;

namespace Todoku.Cli.Texts;

/// <summary>What is the matter with an input, and what to do.</summary>
internal abstract class ProblemTexts
{
    /// <summary>What happened to one input, with its name.</summary>
    public abstract string Of(LogProblem problem);

    /// <summary>Nothing at all could be read.</summary>
    public abstract string NothingRead { get; }

    /// <summary>The input holds no line of a mail server.</summary>
    public abstract string NoMailLines(long lines, string inputs);

    /// <summary>No line lies in the period asked for.</summary>
    public abstract string NothingInPeriod(string inputs);

    /// <summary>Standard input is a pipe but was not asked for.</summary>
    public abstract string PipeIgnored(string inputs);
}
