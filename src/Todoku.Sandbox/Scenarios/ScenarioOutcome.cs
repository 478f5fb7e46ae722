using Todoku.Knowledge.Toml;

namespace Todoku.Sandbox.Scenarios;

/// <summary>What came of reading a scenario.</summary>
public abstract record ScenarioOutcome
{
    private ScenarioOutcome()
    {
    }

    /// <summary>It can be run.</summary>
    public sealed record Read(Scenario Scenario) : ScenarioOutcome;

    /// <summary>It can't.</summary>
    /// <param name="Problems">All that is wrong, with file and line.</param>
    public sealed record Wrong(IReadOnlyList<SourceProblem> Problems) : ScenarioOutcome;
}
