using Todoku.Authentication.Signatures;
using Todoku.Mail.Messages;

namespace Todoku.Authentication.Dkim;

/// <summary>
/// Verifies the DKIM signatures of messages: RFC 6376 with RFC 8301 (no rsa-sha1, no RSA key under 1024 bits) and RFC 8463 (Ed25519).
/// </summary>
/// <param name="keys">Where keys come from; one store may serve many verifiers.</param>
public sealed class DkimVerifier(KeyStore keys)
{
    /// <summary>The most signatures of one message that are verified; further ones are not looked at (RFC 6376, section 6.1).</summary>
    public const int MaxSignatures = 20;

    private readonly SignatureChecker _checker = new(keys);

    /// <summary>Verifies all signatures of a message. Whatever the message holds, there is a result.</summary>
    /// <param name="message">The message; its lines end in CRLF (<see cref="MessageLineEnds"/>).</param>
    /// <param name="now">The time that <c>x=</c> is compared with.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async ValueTask<DkimVerification> VerifyAsync(MessageHeaders message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var signed = new SignedMessage(message);
        var checks = new List<SignatureCheck>(2);
        for (var i = 0; i < message.Fields.Count; i++)
        {
            if (!message.Fields[i].Is(DkimSignatureParser.FieldName)) continue;
            if (checks.Count == MaxSignatures)
            {
                checks.Add(Unread(message.Fields[i], i, SignatureReason.TooManySignatures));
                break;
            }
            checks.Add(message.IsComplete
                ? await _checker.CheckAsync(signed, DkimSignatureParser.Parse(message.Fields[i], i), now, cancellationToken)
                : Unread(message.Fields[i], i, SignatureReason.HeaderTooLarge));
        }
        return new DkimVerification(message, DkimResults.Of(checks), checks);
    }

    private static SignatureCheck Unread(HeaderField field, int index, SignatureReason reason) =>
        new() { Signature = new SignatureField { Field = field, Index = index, Problem = reason }, Reason = reason };
}
