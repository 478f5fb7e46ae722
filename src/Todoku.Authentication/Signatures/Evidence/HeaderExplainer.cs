using System.Numerics;
using System.Text;
using Todoku.Mail.Messages;

namespace Todoku.Authentication.Signatures.Evidence;

/// <summary>Finds out why a signature over a header does not verify, by undoing one usual change after the other.</summary>
internal sealed class HeaderExplainer
{
    private const int MaxFields = 100;
    private const int MaxOctets = 256 * 1024;

    // DigestInfo of a SHA-256 (RFC 8017, section 9.2, note 1).
    private static readonly byte[] DigestInfo = Convert.FromHexString("3031300d060960864801650304020105000420");

    private readonly MessageHeaders _message;
    private readonly SignatureField _signature;
    private readonly PublicKey _key;
    private readonly int[] _fields;

    private HeaderExplainer(MessageHeaders message, SignatureCheck check, PublicKey key)
    {
        _message = message;
        _signature = check.Signature;
        _key = key;
        _fields = [.. check.SignedFields];
    }

    /// <summary>Explains; null when the check has no key.</summary>
    public static HeaderEvidence? Explain(MessageHeaders message, SignatureCheck check)
    {
        if (check.Key?.Key is not { } key || check.SignedFields.Count > MaxFields) return null;
        // Every try hashes all of them again.
        if (check.SignedFields.Where(at => at >= 0).Sum(at => message.Fields[at].Raw.Length) > MaxOctets) return null;
        return new HeaderExplainer(message, check, key).Find();
    }

    private HeaderEvidence? Find()
    {
        // The hash that was signed can be read from an RSA signature with its key alone.
        var signed = _key.IsRsa ? SignedHash() : null;
        if (_key.IsRsa && signed is null) return new HeaderEvidence.OtherKey();
        bool Fits(byte[] hash) => signed is null ? _key.Verify(hash, _signature.Signature) : signed.AsSpan().SequenceEqual(hash);
        var form = _signature.HeaderCanonicalization;
        var other = form == Canonicalization.Simple ? Canonicalization.Relaxed : Canonicalization.Simple;
        if (Fits(Hash(_fields, other))) return new HeaderEvidence.OtherCanonicalization(other);
        if (Fits(Hash(FromTheTop(), form))) return new HeaderEvidence.OrderOfRepeated();
        for (var i = 0; i < _fields.Length; i++)
        {
            if (_fields[i] < 0) continue;
            var without = _fields.ToArray();
            without[i] = -1;
            if (Fits(Hash(without, form))) return new HeaderEvidence.FieldAdded(_fields[i]);
            if (_message.Fields[_fields[i]].Is("Subject"u8) && Untagged(_message.Fields[_fields[i]]) is var (field, tag) && Fits(Hash(_fields, form, i, field)))
                return new HeaderEvidence.SubjectTagged(tag);
        }
        return _key.IsRsa ? new HeaderEvidence.Changed() : null;
    }

    private byte[] Hash(int[] fields, Canonicalization form, int replaced = -1, HeaderField replacement = default)
    {
        using var writer = new HashWriter();
        for (var i = 0; i < fields.Length; i++)
        {
            if (i == replaced) HeaderCanonicalizer.Write(replacement, form, writer);
            else if (fields[i] >= 0) HeaderCanonicalizer.Write(_message.Fields[fields[i]], form, writer);
        }
        HeaderCanonicalizer.WriteUnsigned(_signature.Field, _signature.SignatureStart, _signature.SignatureEnd, form, writer);
        return writer.Current();
    }

    private int[] FromTheTop()
    {
        var taken = new HashSet<int>();
        var fields = new int[_fields.Length];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = -1;
            for (var at = 0; at < _message.Fields.Count && fields[i] < 0; at++)
            {
                if (at != _signature.Index && _message.Fields[at].Is(_signature.SignedHeaders[i].Span) && taken.Add(at)) fields[i] = at;
            }
        }
        return fields;
    }

    // "Subject: [list] words" as it was before: "Subject: words"; also behind "Re:".
    private static (HeaderField Field, string Tag)? Untagged(HeaderField subject)
    {
        var value = subject.Value.Span;
        var open = value.IndexOf((byte)'[');
        var close = open < 0 ? -1 : value[open..].IndexOf((byte)']');
        if (close < 0) return null;
        var end = open + close + 1;
        var rest = value[end..].TrimStart(" \t\r\n"u8);
        byte[] raw = [.. subject.Raw.Span[..subject.ValueStart], .. value[..open], .. rest];
        return (new HeaderField(raw, subject.Offset, subject.NameLength, subject.ValueStart), Encoding.UTF8.GetString(value[open..end]));
    }

    private byte[]? SignedHash()
    {
        var modulus = new BigInteger(_key.Parameters.Modulus, isUnsigned: true, isBigEndian: true);
        var exponent = new BigInteger(_key.Parameters.Exponent, isUnsigned: true, isBigEndian: true);
        var signature = new BigInteger(_signature.Signature, isUnsigned: true, isBigEndian: true);
        if (signature >= modulus) return null;
        var octets = BigInteger.ModPow(signature, exponent, modulus).ToByteArray(isUnsigned: true, isBigEndian: true);
        // The leading zero is gone: 01 FF ... FF 00 DigestInfo hash.
        if (octets.Length < DigestInfo.Length + HashWriter.HashLength + 2 || octets[0] != 1) return null;
        var tail = octets.AsSpan(octets.Length - DigestInfo.Length - HashWriter.HashLength);
        var padding = octets.AsSpan(1, octets.Length - tail.Length - 2);
        return padding.ContainsAnyExcept((byte)0xff) || !tail[..DigestInfo.Length].SequenceEqual(DigestInfo) ? null : tail[DigestInfo.Length..].ToArray();
    }
}
