using Todoku.Knowledge.Toml;
using Todoku.Sandbox.Texts;

namespace Todoku.Sandbox.Scenarios;

/// <summary>What all readers of a scenario share: the file, the words, and the list of what is wrong.</summary>
/// <param name="File">The file as it was named.</param>
/// <param name="Texts">The words.</param>
internal sealed record ScenarioContext(string File, ScenarioTexts Texts)
{
    private readonly List<SourceProblem> _problems = [];

    /// <summary>What is wrong, in the order of the lines.</summary>
    public IReadOnlyList<SourceProblem> Problems => [.. _problems.OrderBy(problem => problem.Line)];

    /// <summary>Writes down an error.</summary>
    public void Fail(int line, string message) => _problems.Add(new SourceProblem(File, line, message));

    /// <summary>Takes over an error.</summary>
    public void Fail(SourceProblem problem) => _problems.Add(problem);

    /// <summary>A path that is relative to the folder of the file.</summary>
    public string PathOf(string path) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(File)) ?? "", path);
}
