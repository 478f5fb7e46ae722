using Todoku.Dns;

namespace Todoku.Authentication.Signatures;

/// <summary>What came of one signature, with all that was found out on the way.</summary>
public sealed record SignatureCheck
{
    /// <summary>What its field states.</summary>
    public required SignatureField Signature { get; init; }

    /// <summary>Why it has its result.</summary>
    public required SignatureReason Reason { get; init; }

    /// <summary>The tag that is wrong, or its value; empty for none.</summary>
    public string Detail { get; init; } = "";

    /// <summary>What DNS said about the key; null when it was not asked.</summary>
    public DnsAnswer? KeyAnswer { get; init; }

    /// <summary>The key record that decided; null when there is none.</summary>
    public KeyRecord? Key { get; init; }

    /// <summary>The body's hash; empty when it was not taken.</summary>
    public byte[] BodyHash { get; init; } = [];

    /// <summary>How many octets the canonical body has.</summary>
    public long BodyOctets { get; init; }

    /// <summary>The hash of the signed fields; empty when it was not taken.</summary>
    public byte[] HeaderHash { get; init; } = [];

    /// <summary>For each name in <c>h=</c> the place of the field that it stands for, or -1.</summary>
    public IReadOnlyList<int> SignedFields { get; init; } = [];

    /// <summary>Whether the signature over the header verifies, whatever the body; null when it was not tried.</summary>
    public bool? HeaderVerifies { get; init; }

    /// <summary>Whether it verifies.</summary>
    public bool IsVerified => Reason == SignatureReason.Verified;
}
