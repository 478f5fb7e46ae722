namespace Todoku.Relay.Configuration;

/// <summary>What reading a configuration came to.</summary>
public abstract record ConfigurationOutcome
{
    private ConfigurationOutcome()
    {
    }

    /// <summary>It can be run with.</summary>
    /// <param name="Configuration">What it says.</param>
    public sealed record Valid(RelayConfiguration Configuration) : ConfigurationOutcome;

    /// <summary>It can't.</summary>
    /// <param name="Problems">Every error, in the order of the file; at least one.</param>
    public sealed record Invalid(IReadOnlyList<ConfigurationProblem> Problems) : ConfigurationOutcome;
}
