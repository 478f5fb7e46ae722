namespace Todoku.Apply.Changes;

/// <summary>Kinds of notes.</summary>
public enum ChangeNoteKind
{
    /// <summary>The server does not run: the change is in force from its next start on.</summary>
    NotRunning,

    /// <summary>Other settings decide where some mail goes, before this one is asked.</summary>
    DecidedBefore,

    /// <summary>A service of master.cf has a setting of its own, which wins there.</summary>
    ServiceHasItsOwn,

    /// <summary>A part of PHP has a setting of its own, which is left as it is.</summary>
    PoolHasItsOwn,

    /// <summary>The library for logins with a password seems to be missing.</summary>
    NoLoginLibrary,

    /// <summary>A program has to be restarted by hand.</summary>
    RestartByHand,
}
