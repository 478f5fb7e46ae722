namespace Todoku.Authentication.Arc;

/// <summary>Why a chain has its status.</summary>
public enum ArcReason
{
    /// <summary>The message has no ARC fields.</summary>
    NoFields,

    /// <summary>The newest message signature and all seals verify.</summary>
    Verified,

    /// <summary>The newest seal itself says <c>cv=fail</c>: a link before it found the chain broken.</summary>
    AlreadyFailed,

    /// <summary>A field can't be read.</summary>
    UnreadableField,

    /// <summary>A set has two fields of one kind.</summary>
    DuplicateField,

    /// <summary>A set lacks a field.</summary>
    MissingField,

    /// <summary>Instances don't run from 1 without a gap.</summary>
    MissingSet,

    /// <summary>More than 50 sets.</summary>
    TooManySets,

    /// <summary><c>cv=</c> is not what it must be: none in the first set, pass in the others.</summary>
    WrongChainStatus,

    /// <summary>The newest ARC-Message-Signature does not verify.</summary>
    MessageSignature,

    /// <summary>An ARC-Seal does not verify.</summary>
    Seal,

    /// <summary>The header of the message is larger than is read.</summary>
    HeaderTooLarge,
}
