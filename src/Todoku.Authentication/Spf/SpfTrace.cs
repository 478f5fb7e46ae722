namespace Todoku.Authentication.Spf;

/// <summary>Keeps the steps of a check where they are wanted.</summary>
internal sealed class SpfTrace
{
    private readonly List<SpfStep> _steps = [];

    /// <summary>The steps, in order.</summary>
    public IReadOnlyList<SpfStep> Steps => _steps;

    /// <summary>Adds a step, while there is room.</summary>
    public void Add(SpfStep step)
    {
        if (_steps.Count < SpfLimits.Steps) _steps.Add(step);
    }
}
