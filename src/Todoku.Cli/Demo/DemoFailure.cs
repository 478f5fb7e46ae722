namespace Todoku.Cli.Demo;

/// <summary>A step of the demo did not go as it is told.</summary>
/// <param name="step">Which one.</param>
/// <param name="wanted">What should have been.</param>
/// <param name="found">What was.</param>
internal sealed class DemoFailure(string step, string wanted, string found) : Exception($"{step}: {wanted}: {found}")
{
    /// <summary>Which one.</summary>
    public string Step => step;

    /// <summary>What should have been.</summary>
    public string Wanted => wanted;

    /// <summary>What was.</summary>
    public string Found => found;
}
