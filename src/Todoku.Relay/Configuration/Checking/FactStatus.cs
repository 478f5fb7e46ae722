namespace Todoku.Relay.Configuration.Checking;

/// <summary>What a fact means for the relay.</summary>
public enum FactStatus : byte
{
    /// <summary>As it should be.</summary>
    Fine,

    /// <summary>The relay runs, and something will go less well than it could.</summary>
    Warning,

    /// <summary>The relay does not run, or mail is refused.</summary>
    Problem,

    /// <summary>Could not be found out.</summary>
    Unknown,
}
