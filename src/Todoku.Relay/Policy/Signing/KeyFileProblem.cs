using Todoku.Authentication.Signatures;

namespace Todoku.Relay.Policy.Signing;

/// <summary>Why a key file can't be used.</summary>
public enum KeyFileProblem : byte
{
    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>It can't be read.</summary>
    Unreadable,

    /// <summary>It is no plain file, or far too large for a key.</summary>
    NoKeyFile,

    /// <summary>Others may read or write it.</summary>
    TooOpen,

    /// <summary>It belongs to a user that is neither root nor the one who the relay runs as: that user could change the key.</summary>
    OtherOwner,

    /// <summary>It holds no private key that can sign (<see cref="PrivateKeyError"/>).</summary>
    NoKey,
}
