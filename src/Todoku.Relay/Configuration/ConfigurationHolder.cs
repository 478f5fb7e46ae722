using Todoku.Knowledge;

namespace Todoku.Relay.Configuration;

/// <summary>Holds the configuration that the relay runs with. A new one takes its place only when it has no error.</summary>
public sealed class ConfigurationHolder
{
    private readonly Lock _lock = new();
    private readonly Language _language;
    private RelayConfiguration _current;

    /// <summary>Makes it with a configuration that was read.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="language">The language for errors of a later one.</param>
    public ConfigurationHolder(RelayConfiguration configuration, Language language)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        (_current, _language) = (configuration, language);
    }

    /// <summary>The configuration that holds.</summary>
    public RelayConfiguration Current => Volatile.Read(ref _current);

    /// <summary>Reads the file again. Whoever uses a part of the configuration for long asks <see cref="Current"/> anew for each message or attempt.</summary>
    public ReloadOutcome Reload()
    {
        lock (_lock)
        {
            var old = _current;
            switch (ConfigurationReader.Read(old.File, _language))
            {
                case ConfigurationOutcome.Valid valid:
                    var fixedParts = FixedSettings.Changed(old, valid.Configuration);
                    Volatile.Write(ref _current, FixedSettings.Keep(old, valid.Configuration));
                    return new ReloadOutcome.Reloaded(_current, fixedParts);
                case ConfigurationOutcome.Invalid invalid:
                    return new ReloadOutcome.Refused(invalid.Problems);
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }
    }
}
