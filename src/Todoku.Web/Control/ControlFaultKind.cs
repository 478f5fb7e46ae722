namespace Todoku.Web.Control;

/// <summary>Why a question could not be answered, or a wish not be done.</summary>
public enum ControlFaultKind : byte
{
    /// <summary>There is no such message in the queue.</summary>
    NotQueued,

    /// <summary>An id that is none.</summary>
    BadId,

    /// <summary>A cause that is none.</summary>
    BadCause,

    /// <summary>A state that is none.</summary>
    BadState,

    /// <summary>A sender that is none.</summary>
    BadSender,

    /// <summary>A domain that is none.</summary>
    BadDomain,

    /// <summary>An address that is none.</summary>
    BadAddress,

    /// <summary>A value that is none, or out of its range.</summary>
    BadValue,

    /// <summary>All entries would be changed, and that was not said.</summary>
    NothingNamed,

    /// <summary>There is no such line on the suppression list.</summary>
    NotSuppressed,

    /// <summary>The suppression list is full.</summary>
    ListFull,

    /// <summary>The provider holds nothing against the path.</summary>
    NotBlocked,

    /// <summary>The disk did not take it.</summary>
    NotKept,

    /// <summary>Only known while the relay runs.</summary>
    OnlyRunning,

    /// <summary>Who asks may not.</summary>
    NotAllowed,

    /// <summary>The relay does not answer.</summary>
    NoAnswer,

    /// <summary>The relay answers what is not understood: it is of another version.</summary>
    OtherVersion,
}
