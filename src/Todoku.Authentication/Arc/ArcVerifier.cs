using Todoku.Authentication.Signatures;
using Todoku.Mail.Messages;

namespace Todoku.Authentication.Arc;

/// <summary>Verifies the chain of a message: RFC 8617, section 5.2, with the algorithms and key lengths of RFC 8301 and RFC 8463.</summary>
/// <param name="keys">Where keys come from.</param>
public sealed class ArcVerifier(KeyStore keys)
{
    private readonly SignatureChecker _checker = new(keys);

    /// <summary>Verifies the chain. Whatever the message holds, there is a result.</summary>
    /// <param name="message">The message; its lines end in CRLF (<see cref="MessageLineEnds"/>).</param>
    /// <param name="now">The time that <c>x=</c> is compared with.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async ValueTask<ArcVerification> VerifyAsync(MessageHeaders message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var found = new ArcCollection(message);
        var verification = new ArcVerification
        {
            Message = message,
            Result = ArcResult.Fail,
            Reason = ArcReason.HeaderTooLarge,
            Instance = found.Instance,
            Field = found.Field,
            Decisive = found.Broken is { Problem: { } problem } broken ? new SignatureCheck { Signature = broken, Reason = problem, Detail = broken.ProblemDetail } : null,
            HighestInstance = Math.Min(found.HighestInstance, ArcFieldParser.MaxInstance),
            Sets = found.Reason is null or ArcReason.AlreadyFailed or ArcReason.WrongChainStatus ? found.Sets : [],
        };
        if (!message.IsComplete) return verification;
        if (found.Count == 0) return verification with { Result = ArcResult.None, Reason = ArcReason.NoFields };
        if (found.Reason is { } reason) return verification with { Reason = reason };
        return await VerifySignaturesAsync(verification, now, cancellationToken);
    }

    private async ValueTask<ArcVerification> VerifySignaturesAsync(ArcVerification verification, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sets = verification.Sets;
        var signed = new SignedMessage(verification.Message);
        var newest = await CheckMessageAsync(signed, sets[^1].MessageSignature, now, cancellationToken);
        var checks = new List<SignatureCheck> { newest };
        if (!newest.IsVerified) return Failed(verification, ArcReason.MessageSignature, sets.Count, ArcFieldKind.MessageSignature, checks);
        for (var count = sets.Count; count >= 1; count--)
        {
            checks.Add(await CheckSealAsync(sets, count, cancellationToken));
            if (!checks[^1].IsVerified) return Failed(verification, ArcReason.Seal, count, ArcFieldKind.Seal, checks);
        }
        var oldest = sets.Count;
        while (oldest > 1 && (await CheckMessageAsync(signed, sets[oldest - 2].MessageSignature, now, cancellationToken)).IsVerified) oldest--;
        return verification with { Result = ArcResult.Pass, Reason = ArcReason.Verified, Checks = checks, OldestPass = oldest == 1 ? 0 : oldest };
    }

    // Without c= the forms are simple (RFC 6376, section 3.5, which RFC 8617 takes over), but sealers exist that mean relaxed: the suite of the working
    // group has such a chain pass. Both are tried.
    private async ValueTask<SignatureCheck> CheckMessageAsync(SignedMessage message, SignatureField signature, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var check = await _checker.CheckAsync(message, signature, now, cancellationToken);
        if (signature.StatesCanonicalization || check.Reason is not (SignatureReason.BodyHashMismatch or SignatureReason.SignatureMismatch)) return check;
        var relaxed = signature with { HeaderCanonicalization = Canonicalization.Relaxed, BodyCanonicalization = Canonicalization.Relaxed };
        var second = await _checker.CheckAsync(message, relaxed, now, cancellationToken);
        return second.IsVerified ? second : check;
    }

    private static ArcVerification Failed(ArcVerification verification, ArcReason reason, int instance, ArcFieldKind field, List<SignatureCheck> checks) =>
        verification with { Reason = reason, Instance = instance, Field = field, Decisive = checks[^1], Checks = checks };

    private async ValueTask<SignatureCheck> CheckSealAsync(IReadOnlyList<ArcSet> sets, int count, CancellationToken cancellationToken)
    {
        var seal = sets[count - 1].Seal;
        var (check, usable) = await _checker.FindKeysAsync(new SignatureCheck { Signature = seal, Reason = SignatureReason.NoKey }, cancellationToken);
        if (usable.Count == 0) return check;
        var hash = ArcSealHash.Of([.. sets.Take(count)]);
        foreach (var record in usable)
        {
            if (record.Key?.Verify(hash, seal.Signature) == true)
                return check with { Key = record, HeaderHash = hash, HeaderVerifies = true, Reason = SignatureReason.Verified };
        }
        return check with { HeaderHash = hash, HeaderVerifies = false, Reason = SignatureReason.SignatureMismatch };
    }
}
