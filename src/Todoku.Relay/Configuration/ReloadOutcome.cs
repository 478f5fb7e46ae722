namespace Todoku.Relay.Configuration;

/// <summary>What a reload came to.</summary>
public abstract record ReloadOutcome
{
    private ReloadOutcome()
    {
    }

    /// <summary>The new configuration holds.</summary>
    /// <param name="Configuration">The new one; for settings that need a restart with the old values.</param>
    /// <param name="NeedRestart">The settings that were changed and hold only after a restart, as the file names them: <c>[[listen]]</c>.</param>
    public sealed record Reloaded(RelayConfiguration Configuration, IReadOnlyList<string> NeedRestart) : ReloadOutcome;

    /// <summary>The new one has errors; the old one holds on.</summary>
    /// <param name="Problems">Every error.</param>
    public sealed record Refused(IReadOnlyList<ConfigurationProblem> Problems) : ReloadOutcome;
}
