using Todoku.Mail.Messages;

namespace Todoku.Authentication.Signatures.Evidence;

/// <summary>What is known of the cause of a mismatch.</summary>
/// <param name="Body">Of the body; null when its hash is right or nothing fits.</param>
/// <param name="Header">Of the header; null when its signature verifies, or nothing is known.</param>
public sealed record SignatureEvidence(BodyEvidence? Body, HeaderEvidence? Header)
{
    /// <summary>For how many signatures of one message causes should be looked for: each costs several passes over the body.</summary>
    public const int MaxSearches = 4;

    /// <summary>Looks for the cause; for a person who asks, since it costs several passes over the body.</summary>
    /// <param name="message">The message.</param>
    /// <param name="check">What came of the signature.</param>
    public static SignatureEvidence Find(MessageHeaders message, SignatureCheck check)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(check);
        var body = check.Reason is SignatureReason.BodyHashMismatch ? BodyExplainer.Explain(message.Body, check.Signature) : null;
        var header = check.HeaderVerifies == false && check.Signature.SignedHeaders.Count > 0 ? HeaderExplainer.Explain(message, check) : null;
        return new SignatureEvidence(body, header);
    }
}
