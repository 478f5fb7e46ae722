namespace Todoku.Knowledge.Toml;

/// <summary>One error in a file that a person wrote.</summary>
/// <param name="File">Its path as the author knows it.</param>
/// <param name="Line">The line, from 1; 0 when the whole file is meant.</param>
/// <param name="Message">What is wrong and what to write instead.</param>
public sealed record SourceProblem(string File, int Line, string Message)
{
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Message}" : $"{File}: {Message}";
}
