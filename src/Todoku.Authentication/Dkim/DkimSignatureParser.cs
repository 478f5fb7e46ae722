using Todoku.Authentication.Signatures;
using Todoku.Authentication.TagLists;
using Todoku.Mail;
using Todoku.Mail.Messages;

namespace Todoku.Authentication.Dkim;

/// <summary>Reads a DKIM-Signature field (RFC 6376, sections 3.5 and 6.1.1).</summary>
public static class DkimSignatureParser
{
    /// <summary>The field's name.</summary>
    public static ReadOnlySpan<byte> FieldName => "DKIM-Signature"u8;

    /// <summary>Reads a field. Never fails: what is wrong is said by <see cref="SignatureField.Problem"/>.</summary>
    /// <param name="field">The field.</param>
    /// <param name="index">Where it stands among all fields.</param>
    public static SignatureField Parse(HeaderField field, int index)
    {
        if (!TagList.TryParse(field.Value, out var list, out var error))
            return new SignatureField { Field = field, Index = index, Problem = SignatureReason.SyntaxError, SyntaxError = error };
        var tags = new SignatureTags(list);
        if (tags.Find("v", true) is { } version && !version.Span.SequenceEqual("1"u8)) tags.Refuse(SignatureReason.UnsupportedVersion, TagValue.Text(version));
        var domain = tags.Domain();
        var (selector, keyName) = tags.Selector(domain);
        var names = tags.SignedHeaders(strict: true);
        var (identity, identityDomain) = Identity(tags, domain);
        if (tags.Find("q", false) is { } query && !TagValue.ListHolds(query.Span, "dns/txt"u8)) tags.Refuse(SignatureReason.UnsupportedQuery, TagValue.Text(query));
        return ReadSigned(field, index, list, tags, names, requireFrom: true) with
        {
            Domain = domain,
            Selector = selector,
            KeyName = keyName,
            Identity = identity,
            IdentityDomain = identityDomain,
        };
    }

    /// <summary>Reads what signatures over a message share, and keeps the first problem of all.</summary>
    internal static SignatureField ReadSigned(
        HeaderField field, int index, TagList list, SignatureTags tags, IReadOnlyList<ReadOnlyMemory<byte>> names, bool requireFrom)
    {
        var algorithm = tags.Algorithm();
        var (header, body) = tags.Canonicalizations();
        var bodyHash = tags.Base64("bh");
        var signature = tags.Base64("b");
        var (signedAt, expiresAt) = tags.Times();
        var length = tags.BodyLength();
        if (requireFrom && tags.Problem is null && !Lists(names, "From"u8)) tags.Refuse(SignatureReason.FromNotSigned, "h");
        list.TryFind("b"u8, out var place);
        return new SignatureField
        {
            Field = field,
            Index = index,
            Algorithm = algorithm,
            HeaderCanonicalization = header,
            BodyCanonicalization = body,
            StatesCanonicalization = list.TryFind("c"u8, out _),
            SignedHeaders = names,
            BodyHash = bodyHash,
            Signature = signature,
            BodyLength = length,
            SignedAt = signedAt,
            ExpiresAt = expiresAt,
            SignatureStart = place.ValueStart,
            SignatureEnd = place.ValueEnd,
            Problem = tags.Problem,
            ProblemDetail = tags.Detail,
        };
    }

    /// <summary>Whether a list of names holds one; letters of any case.</summary>
    internal static bool Lists(IReadOnlyList<ReadOnlyMemory<byte>> names, ReadOnlySpan<byte> wanted)
    {
        foreach (var name in names)
        {
            if (System.Text.Ascii.EqualsIgnoreCase(name.Span, wanted)) return true;
        }
        return false;
    }

    // i= is written in the quoted-printable of DKIM (RFC 6376, section 2.11); its domain is d= or lies below it.
    private static (string Text, DomainName Domain) Identity(SignatureTags tags, DomainName domain)
    {
        if (tags.Find("i", false) is not { } value) return ("", domain);
        var text = TagValue.Text(value);
        var at = value.Span.LastIndexOf((byte)'@');
        if (at < 0 || !DkimQuotedPrintable.TryDecode(value[(at + 1)..], out var octets) || SignatureTags.ReadDomain(octets) is not { } identity)
        {
            tags.Refuse(SignatureReason.InvalidTag, "i");
            return (text, domain);
        }
        if (!identity.IsWithin(domain)) tags.Refuse(SignatureReason.IdentityOutsideDomain, text);
        return (text, identity);
    }
}
