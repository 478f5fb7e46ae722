namespace Todoku.Knowledge;

/// <summary>A knowledge file has an error that its author must mend.</summary>
/// <param name="file">The file.</param>
/// <param name="line">The line, from 1; 0 when the whole file is meant.</param>
/// <param name="problem">What is wrong and what to write instead.</param>
public sealed class KnowledgeException(string file, int line, string problem)
    : Exception(line > 0 ? $"{file}:{line}: {problem}" : $"{file}: {problem}")
{
    /// <summary>The file.</summary>
    public string File { get; } = file;

    /// <summary>The line, from 1; 0 when the whole file is meant.</summary>
    public int Line { get; } = line;

    /// <summary>What is wrong and what to write instead.</summary>
    public string Problem { get; } = problem;
}
