using Todoku.Authentication.TagLists;
using Todoku.Mail;

namespace Todoku.Authentication.Signatures;

/// <summary>Reads the tags that DKIM-Signature, ARC-Message-Signature and ARC-Seal share. The first thing that is wrong is kept.</summary>
internal sealed class SignatureTags(TagList list)
{
    /// <summary>The most names in <c>h=</c>.</summary>
    public const int MaxSignedHeaders = 1000;

    private const int TimeDigits = 12;

    /// <summary>What is wrong, or null.</summary>
    public SignatureReason? Problem { get; private set; }

    /// <summary>The tag that is wrong, or its value; empty for none.</summary>
    public string Detail { get; private set; } = "";

    /// <summary>Keeps a problem, unless there is one.</summary>
    public void Refuse(SignatureReason reason, string detail)
    {
        if (Problem is not null) return;
        Problem = reason;
        Detail = detail;
    }

    /// <summary>The value of a tag; null when it is missing, which is a problem when it is required.</summary>
    public ReadOnlyMemory<byte>? Find(string name, bool required)
    {
        Span<byte> octets = stackalloc byte[8];
        var length = System.Text.Encoding.ASCII.GetBytes(name, octets);
        if (list.TryFind(octets[..length], out var tag)) return tag.Value;
        if (required) Refuse(SignatureReason.MissingTag, name);
        return null;
    }

    /// <summary><c>a=</c>.</summary>
    public SigningAlgorithm Algorithm()
    {
        if (Find("a", true) is not { } value) return default;
        if (value.Span.SequenceEqual("rsa-sha256"u8)) return SigningAlgorithm.RsaSha256;
        if (value.Span.SequenceEqual("ed25519-sha256"u8)) return SigningAlgorithm.Ed25519Sha256;
        if (value.Span.SequenceEqual("rsa-sha1"u8)) return SigningAlgorithm.RsaSha1;
        Refuse(SignatureReason.UnsupportedAlgorithm, TagValue.Text(value));
        return default;
    }

    /// <summary><c>b=</c> or <c>bh=</c>.</summary>
    public byte[] Base64(string name)
    {
        if (Find(name, true) is not { } value) return [];
        if (TagValue.Base64(value.Span) is { Length: > 0 } octets) return octets;
        Refuse(SignatureReason.InvalidTag, name);
        return [];
    }

    /// <summary><c>c=</c>: of the header and of the body.</summary>
    public (Canonicalization Header, Canonicalization Body) Canonicalizations()
    {
        if (Find("c", false) is not { } value) return default;
        var slash = value.Span.IndexOf((byte)'/');
        var header = Named(slash < 0 ? value.Span : value.Span[..slash]);
        var body = slash < 0 ? Canonicalization.Simple : Named(value.Span[(slash + 1)..]);
        if (header is { } first && body is { } second) return (first, second);
        Refuse(value.IsEmpty ? SignatureReason.InvalidTag : SignatureReason.UnsupportedCanonicalization, value.IsEmpty ? "c" : TagValue.Text(value));
        return default;
    }

    /// <summary><c>d=</c>: at least two labels (RFC 6376, section 3.5), without a dot at its end.</summary>
    public DomainName Domain()
    {
        if (Find("d", true) is not { } value) return DomainName.Root;
        if (ReadDomain(value) is { LabelCount: > 1 } domain) return domain;
        Refuse(SignatureReason.InvalidTag, "d");
        return DomainName.Root;
    }

    /// <summary><c>s=</c>, with the domain's name made the name that the key is asked at.</summary>
    public (string Selector, DomainName KeyName) Selector(DomainName domain)
    {
        if (Find("s", true) is not { } value) return ("", DomainName.Root);
        var selector = TagValue.Text(value);
        if (ReadDomain(value) is { } labels && domain.TryPrepend($"{labels}._domainkey", out var name)) return (selector, name);
        Refuse(SignatureReason.InvalidTag, "s");
        return (selector, DomainName.Root);
    }

    /// <summary><c>h=</c>.</summary>
    /// <param name="strict">Whether an empty name is a problem; for ARC it is not: the suite of its working group has it.</param>
    public IReadOnlyList<ReadOnlyMemory<byte>> SignedHeaders(bool strict)
    {
        if (Find("h", true) is not { } rest) return [];
        var names = new List<ReadOnlyMemory<byte>>(24);
        while (true)
        {
            var colon = rest.Span.IndexOf((byte)':');
            var name = (colon < 0 ? rest : rest[..colon]).Trim(" \t\r\n"u8);
            if ((name.IsEmpty && strict) || name.Span.ContainsAnyExceptInRange((byte)'!', (byte)'~') || names.Count == MaxSignedHeaders)
            {
                Refuse(SignatureReason.InvalidTag, "h");
                return names;
            }
            names.Add(name);
            if (colon < 0) return names;
            rest = rest[(colon + 1)..];
        }
    }

    /// <summary><c>t=</c> and <c>x=</c>: seconds since 1970, or null. <c>x=</c> must be later; more than 12 digits are without end.</summary>
    public (long? SignedAt, long? ExpiresAt) Times()
    {
        var signed = Time("t");
        var expires = Time("x");
        if (signed is { } t && expires is { } x && x <= t && x != long.MaxValue) Refuse(SignatureReason.InvalidTag, "x");
        return (signed, expires);
    }

    /// <summary><c>l=</c>, or null.</summary>
    public long? BodyLength()
    {
        if (Find("l", false) is not { } value) return null;
        if (value.Length <= 76 && TagValue.Number(value.Span, 18) is { } length) return length;
        Refuse(SignatureReason.InvalidTag, "l");
        return null;
    }

    /// <summary>Reads a domain name of a tag; null when it is none or ends in a dot.</summary>
    public static DomainName? ReadDomain(ReadOnlyMemory<byte> value) =>
        !value.Span.EndsWith("."u8) && !value.Span.Contains((byte)'\\') && DomainName.TryParse(TagValue.Text(value), out var name) ? name : null;

    private long? Time(string name)
    {
        if (Find(name, false) is not { } value) return null;
        if (TagValue.Number(value.Span, TimeDigits) is { } time) return time;
        Refuse(SignatureReason.InvalidTag, name);
        return null;
    }

    private static Canonicalization? Named(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("simple"u8) ? Canonicalization.Simple : name.SequenceEqual("relaxed"u8) ? Canonicalization.Relaxed : null;
}
