namespace Todoku.Relay.Intake.Api;

/// <summary>Why a message that was handed in by HTTP is not taken.</summary>
public enum ApiProblemKind : byte
{
    /// <summary>A value is wrong: the same message will never be taken.</summary>
    Invalid,

    /// <summary>The relay does not take it, whoever sends it.</summary>
    Refused,

    /// <summary>It is larger than one may be.</summary>
    TooLarge,

    /// <summary>Not now: the queue can't be written, is full, or too much comes in at once. To be tried again.</summary>
    NotNow,
}
