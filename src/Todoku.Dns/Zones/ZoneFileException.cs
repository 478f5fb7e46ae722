namespace Todoku.Dns.Zones;

/// <summary>A zone file of the user's own can't be read.</summary>
/// <param name="file">The file.</param>
/// <param name="line">The line, from 1.</param>
/// <param name="problem">What is wrong.</param>
/// <param name="text">What stands there.</param>
/// <param name="example">What is right there, as it could be written.</param>
public sealed class ZoneFileException(string file, int line, ZoneProblem problem, string text, string example)
    : Exception($"{file}:{line}: {problem}: {text}")
{
    /// <summary>The file.</summary>
    public string File { get; } = file;

    /// <summary>The line, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>What is wrong.</summary>
    public ZoneProblem Problem { get; } = problem;

    /// <summary>What stands there.</summary>
    public string Text { get; } = text;

    /// <summary>What is right there, as it could be written; empty when there is none.</summary>
    public string Example { get; } = example;
}
