using Todoku.Authentication.Dkim;
using Todoku.Authentication.Signatures;
using Todoku.Authentication.TagLists;
using Todoku.Mail.Messages;

namespace Todoku.Authentication.Arc;

/// <summary>Reads the fields of a set (RFC 8617, section 4.1).</summary>
internal static class ArcFieldParser
{
    /// <summary>The most sets of a chain (RFC 8617, section 4.2.1).</summary>
    public const int MaxInstance = 50;

    /// <summary>The instance of an ARC-Authentication-Results: <c>i=N;</c> at its beginning. 0 when it can't be read.</summary>
    public static int InstanceOf(HeaderField results)
    {
        var value = SkipBlanks(results.Value.Span);
        if (!value.StartsWith("i"u8)) return 0;
        value = SkipBlanks(value[1..]);
        if (!value.StartsWith("="u8)) return 0;
        value = SkipBlanks(value[1..]);
        var end = value.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (end <= 0 || !SkipBlanks(value[end..]).StartsWith(";"u8)) return 0;
        return Instance(value[..end]);
    }

    /// <summary>Reads an ARC-Message-Signature: as a DKIM-Signature, but for <c>v=</c>, and <c>i=</c> is the instance.</summary>
    public static (int Instance, SignatureField Signature) ReadMessageSignature(HeaderField field, int index)
    {
        if (!TagList.TryParse(field.Value, out var list, out var error)) return (0, Unreadable(field, index, error));
        var tags = new SignatureTags(list);
        var instance = ReadInstance(tags);
        var domain = tags.Domain();
        var (selector, keyName) = tags.Selector(domain);
        var names = tags.SignedHeaders(strict: false);
        if (DkimSignatureParser.Lists(names, "ARC-Seal"u8)) tags.Refuse(SignatureReason.SealSigned, "h");
        var signature = DkimSignatureParser.ReadSigned(field, index, list, tags, names, requireFrom: false);
        return (instance, signature with { Domain = domain, IdentityDomain = domain, Selector = selector, KeyName = keyName });
    }

    /// <summary>Reads an ARC-Seal.</summary>
    public static (int Instance, SignatureField Signature, ArcResult? Status) ReadSeal(HeaderField field, int index)
    {
        if (!TagList.TryParse(field.Value, out var list, out var error)) return (0, Unreadable(field, index, error), null);
        var tags = new SignatureTags(list);
        var instance = ReadInstance(tags);
        var status = ReadStatus(tags);
        // A seal covers a fixed list of fields: one with h= makes the chain fail (RFC 8617, section 4.1.3).
        if (list.TryFind("h"u8, out _)) tags.Refuse(SignatureReason.InvalidTag, "h");
        var domain = tags.Domain();
        var (selector, keyName) = tags.Selector(domain);
        var algorithm = tags.Algorithm();
        var value = tags.Base64("b");
        var (signedAt, _) = tags.Times();
        list.TryFind("b"u8, out var place);
        var signature = new SignatureField
        {
            Field = field,
            Index = index,
            Algorithm = algorithm,
            Domain = domain,
            IdentityDomain = domain,
            Selector = selector,
            KeyName = keyName,
            HeaderCanonicalization = Canonicalization.Relaxed,
            Signature = value,
            SignedAt = signedAt,
            SignatureStart = place.ValueStart,
            SignatureEnd = place.ValueEnd,
            Problem = tags.Problem,
            ProblemDetail = tags.Detail,
        };
        return (instance, signature, status);
    }

    private static int ReadInstance(SignatureTags tags)
    {
        if (tags.Find("i", true) is not { } value) return 0;
        var instance = Instance(value.Span);
        if (instance == 0) tags.Refuse(SignatureReason.InvalidTag, "i");
        return instance;
    }

    // Above 50 is told apart from no number: the chain is then too long.
    private static int Instance(ReadOnlySpan<byte> digits) => (int)Math.Min(TagValue.Number(digits, 9) ?? 0, MaxInstance + 1);

    private static ArcResult? ReadStatus(SignatureTags tags)
    {
        if (tags.Find("cv", true) is not { } value) return null;
        if (value.Span.SequenceEqual("none"u8)) return ArcResult.None;
        if (value.Span.SequenceEqual("pass"u8)) return ArcResult.Pass;
        if (value.Span.SequenceEqual("fail"u8)) return ArcResult.Fail;
        tags.Refuse(SignatureReason.InvalidTag, "cv");
        return null;
    }

    private static SignatureField Unreadable(HeaderField field, int index, TagListError error) =>
        new() { Field = field, Index = index, Problem = SignatureReason.SyntaxError, SyntaxError = error };

    // Blanks, folding and comments (RFC 5322, section 3.2.2).
    private static ReadOnlySpan<byte> SkipBlanks(ReadOnlySpan<byte> value)
    {
        var depth = 0;
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] == '(') depth++;
            else if (value[at] == ')' && depth > 0) depth--;
            else if (value[at] == '\\' && depth > 0) at++;
            else if (depth == 0 && value[at] is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')) return value[at..];
        }
        return default;
    }
}
