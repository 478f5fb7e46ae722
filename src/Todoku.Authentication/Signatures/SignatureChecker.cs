using Todoku.Dns;

namespace Todoku.Authentication.Signatures;

/// <summary>Verifies one signature over a message, step by step as in RFC 6376, section 6.1: the field, its key, the body, the header.</summary>
internal sealed class SignatureChecker(KeyStore keys)
{
    public async ValueTask<SignatureCheck> CheckAsync(SignedMessage message, SignatureField signature, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (signature.Problem is { } problem) return new SignatureCheck { Signature = signature, Reason = problem, Detail = signature.ProblemDetail };
        if (signature.ExpiresAt is { } expires && now.ToUnixTimeSeconds() > expires)
            return new SignatureCheck { Signature = signature, Reason = SignatureReason.Expired };
        var (check, usable) = await FindKeysAsync(new SignatureCheck { Signature = signature, Reason = SignatureReason.NoKey }, cancellationToken);
        return usable.Count == 0 ? check : Compare(message, check, usable);
    }

    /// <summary>Finds the keys that a signature may be verified with; when there is none, the reason stands in the check.</summary>
    public async ValueTask<(SignatureCheck Check, IReadOnlyList<KeyRecord> Usable)> FindKeysAsync(SignatureCheck check, CancellationToken cancellationToken)
    {
        var (answer, records) = await keys.AskAsync(check.Signature.KeyName, cancellationToken);
        check = check with { KeyAnswer = answer, Reason = answer is DnsAnswer.Failed ? SignatureReason.KeyLookupFailed : SignatureReason.NoKey };
        // Said only once the key has been found: until then the answer could have been another.
        if (check.Signature.Algorithm == SigningAlgorithm.RsaSha1 && records.Count > 0) return (check with { Key = records[0], Reason = SignatureReason.ObsoleteAlgorithm, Detail = "rsa-sha1" }, []);
        if (records.Count == 1 && records[0].Judge(check.Signature) is null) return (check with { Key = records[0] }, records);
        var usable = new List<KeyRecord>();
        foreach (var record in records)
        {
            if (record.Judge(check.Signature) is { } problem) check = Better(check, record, problem);
            else usable.Add(record);
        }
        return (usable.Count == 0 ? check : check with { Key = usable[0], Detail = "" }, usable);
    }

    // Of several records that can't be used, the one that comes nearest to a key is told about.
    private static SignatureCheck Better(SignatureCheck check, KeyRecord record, SignatureReason problem) =>
        check.Key is null || problem > check.Reason ? check with { Key = record, Reason = problem, Detail = record.ProblemDetail } : check;

    private static SignatureCheck Compare(SignedMessage message, SignatureCheck check, IReadOnlyList<KeyRecord> usable)
    {
        var signature = check.Signature;
        var (bodyHash, octets) = message.HashBody(signature.BodyCanonicalization, signature.BodyLength);
        var (headerHash, fields) = message.HashHeader(signature);
        check = check with { BodyHash = bodyHash, BodyOctets = octets, HeaderHash = headerHash, SignedFields = fields, HeaderVerifies = false };
        foreach (var record in usable)
        {
            if (record.Key?.Verify(headerHash, signature.Signature) != true) continue;
            check = check with { Key = record, HeaderVerifies = true };
            break;
        }
        return check with
        {
            Reason = signature.BodyLength > octets ? SignatureReason.BodyTooShort
                : !bodyHash.AsSpan().SequenceEqual(signature.BodyHash) ? SignatureReason.BodyHashMismatch
                : check.HeaderVerifies == true ? SignatureReason.Verified
                : SignatureReason.SignatureMismatch,
        };
    }
}
