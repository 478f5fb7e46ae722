using Todoku.Authentication.TagLists;

namespace Todoku.Authentication.Signatures;

/// <summary>A key record, <c>SELECTOR._domainkey.DOMAIN</c> (RFC 6376, section 3.6.1).</summary>
public sealed record KeyRecord
{
    /// <summary>The record as published.</summary>
    public required ReadOnlyMemory<byte> Text { get; init; }

    /// <summary>The algorithm that the key is for.</summary>
    public SigningAlgorithm Algorithm { get; init; }

    /// <summary>The length of the key in bits; 0 when it can't be read.</summary>
    public int Bits { get; init; }

    /// <summary><c>t=s</c>: <c>i=</c> must have exactly the domain of <c>d=</c>.</summary>
    public bool IsStrict { get; init; }

    /// <summary><c>t=y</c>: the domain is testing DKIM.</summary>
    public bool IsTesting { get; init; }

    /// <summary>Why no signature can be verified with it, or null.</summary>
    public SignatureReason? Problem { get; init; }

    /// <summary>The tag that is wrong, or its value.</summary>
    public string ProblemDetail { get; init; } = "";

    /// <summary>Where the record is no tag list, when that is the problem.</summary>
    public TagListError? SyntaxError { get; init; }

    internal PublicKey? Key { get; init; }

    /// <summary>Reads a record. Never fails: what is wrong is said by <see cref="Problem"/>.</summary>
    public static KeyRecord Parse(ReadOnlyMemory<byte> text)
    {
        var empty = new KeyRecord { Text = text };
        if (!TagList.TryParse(text, out var list, out var error)) return empty with { Problem = SignatureReason.KeySyntaxError, SyntaxError = error };
        if (list.TryFind("v"u8, out var version) && (version.Offset != list.Tags[0].Offset || !version.Value.Span.SequenceEqual("DKIM1"u8)))
            return empty with { Problem = SignatureReason.KeyVersion, ProblemDetail = TagValue.Text(version.Value) };
        var record = empty with { IsStrict = HasFlag(list, "s"u8), IsTesting = HasFlag(list, "y"u8) };
        if (!list.TryFind("p"u8, out var key)) return record with { Problem = SignatureReason.KeyMissing, ProblemDetail = "p" };
        if (key.Value.IsEmpty) return record with { Problem = SignatureReason.KeyRevoked };
        if (list.TryFind("h"u8, out var hashes) && !TagValue.ListHolds(hashes.Value.Span, "sha256"u8))
            return record with { Problem = SignatureReason.KeyHashNotAllowed, ProblemDetail = TagValue.Text(hashes.Value) };
        if (list.TryFind("s"u8, out var services) && !TagValue.ListHolds(services.Value.Span, "*"u8) && !TagValue.ListHolds(services.Value.Span, "email"u8))
            return record with { Problem = SignatureReason.KeyNotForMail, ProblemDetail = TagValue.Text(services.Value) };
        return ReadKey(record, list, key.Value);
    }

    /// <summary>Whether both can be used and hold the same key, however it is written.</summary>
    public bool HoldsSameKey(KeyRecord other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Key is not null && other.Key is not null && Key.IsSame(other.Key);
    }

    /// <summary>Whether a signature may be verified with this key; null when it may.</summary>
    internal SignatureReason? Judge(SignatureField signature) =>
        Problem
        ?? (Algorithm != signature.Algorithm ? SignatureReason.KeyTypeMismatch
            : IsStrict && signature.Identity.Length > 0 && !signature.IdentityDomain.Equals(signature.Domain) ? SignatureReason.KeySubdomainNotAllowed
            : null);

    private static KeyRecord ReadKey(KeyRecord record, TagList list, ReadOnlyMemory<byte> value)
    {
        var type = list.TryFind("k"u8, out var tag) ? tag.Value : "rsa"u8.ToArray();
        var isRsa = type.Span.SequenceEqual("rsa"u8);
        if (!isRsa && !type.Span.SequenceEqual("ed25519"u8)) return record with { Problem = SignatureReason.KeyTypeUnknown, ProblemDetail = TagValue.Text(type) };
        record = record with { Algorithm = isRsa ? SigningAlgorithm.RsaSha256 : SigningAlgorithm.Ed25519Sha256 };
        if (TagValue.Base64(value.Span) is not { Length: > 0 } octets) return record with { Problem = SignatureReason.KeyUnreadable };
        var bits = 0;
        var key = isRsa ? PublicKey.ReadRsa(octets, out bits) : PublicKey.ReadEd25519(octets);
        if (key is not null) return record with { Key = key, Bits = key.Bits };
        return record with
        {
            Bits = bits,
            Problem = bits == 0 ? SignatureReason.KeyUnreadable : bits < PublicKey.MinRsaBits ? SignatureReason.KeyTooShort : SignatureReason.KeyTooLong,
        };
    }

    private static bool HasFlag(TagList list, ReadOnlySpan<byte> flag) => list.TryFind("t"u8, out var flags) && TagValue.ListHolds(flags.Value.Span, flag);
}
