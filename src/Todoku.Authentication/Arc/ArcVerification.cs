using Todoku.Authentication.Signatures;
using Todoku.Mail.Messages;

namespace Todoku.Authentication.Arc;

/// <summary>What came of a message's chain.</summary>
public sealed record ArcVerification
{
    /// <summary>The message.</summary>
    public required MessageHeaders Message { get; init; }

    /// <summary>The status.</summary>
    public required ArcResult Result { get; init; }

    /// <summary>Why.</summary>
    public required ArcReason Reason { get; init; }

    /// <summary>The set that decided, where one did; else 0.</summary>
    public int Instance { get; init; }

    /// <summary>The kind of field that decided, where one did.</summary>
    public ArcFieldKind? Field { get; init; }

    /// <summary>The signature that decided, also one that could not be read, where one did.</summary>
    public SignatureCheck? Decisive { get; init; }

    /// <summary>The highest instance in the message, 0 for none.</summary>
    public int HighestInstance { get; init; }

    /// <summary>The sets from the first to the newest; empty when they can't be put together.</summary>
    public IReadOnlyList<ArcSet> Sets { get; init; } = [];

    /// <summary>The newest message signature, then the seals from the newest to the first, as far as they were looked at.</summary>
    public IReadOnlyList<SignatureCheck> Checks { get; init; } = [];

    /// <summary>
    /// Of a chain that passes: the oldest set whose message signature still verifies; 0 when all do (RFC 8617, section 5.2, <c>arc.oldest-pass</c>).
    /// </summary>
    public int OldestPass { get; init; }
}
