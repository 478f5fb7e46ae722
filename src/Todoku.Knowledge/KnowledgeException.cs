using Todoku.Knowledge.Toml;

namespace Todoku.Knowledge;

/// <summary>A knowledge file has an error that its author must mend. When there are several, the message lists all and the properties name the first.</summary>
public sealed class KnowledgeException : Exception
{
    /// <summary>One error.</summary>
    /// <param name="file">The file.</param>
    /// <param name="line">The line, from 1; 0 when the whole file is meant.</param>
    /// <param name="problem">What is wrong and what to write instead.</param>
    public KnowledgeException(string file, int line, string problem)
        : this([new SourceProblem(file, line, problem)])
    {
    }

    internal KnowledgeException(IReadOnlyList<SourceProblem> problems)
        : base(string.Join('\n', problems)) => (File, Line, Problem) = (problems[0].File, problems[0].Line, problems[0].Message);

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>The line, from 1; 0 when the whole file is meant.</summary>
    public int Line { get; }

    /// <summary>What is wrong and what to write instead.</summary>
    public string Problem { get; }
}
