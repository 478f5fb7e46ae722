using Todoku.Authentication.Signatures;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Dkim;

/// <summary>
/// Whether the key is long enough and not too long: RSA keys under 1024 bits must not be believed, 2048 are wanted, and verifiers need not go over 4096
/// (RFC 8301, section 3.2).
/// </summary>
public sealed class DkimSizeCheck : ICheck
{
    private const int Least = 1024;
    private const int Wanted = 2048;
    private const int Most = 4096;

    /// <inheritdoc/>
    public string Id => "dkim-size";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["strong", "too-short", "short", "long", "too-long", "no-key"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var publications = await DkimPublication.OfSenderAsync(context, cancellationToken).ConfigureAwait(false);
        return publications.Count == 0 ? [DkimResult.Of(this, context.Subject.Domain, "no-key", CheckStatus.NotApplicable, [])] : [.. publications.Select(Judge)];
    }

    private CheckResult Judge(DkimPublication publication)
    {
        if (publication is not { Kind: DkimPublicationKind.Found, Record: { Bits: > 0 } record }) return DkimResult.Of(this, publication, "no-key", CheckStatus.NotApplicable);
        var (outcome, status) = record switch
        {
            { Problem: SignatureReason.KeyTooShort } or { Bits: < Least, Algorithm: SigningAlgorithm.RsaSha256 } => ("too-short", CheckStatus.Problem),
            { Problem: SignatureReason.KeyTooLong } => ("too-long", CheckStatus.Problem),
            { Algorithm: not SigningAlgorithm.RsaSha256 } => ("strong", CheckStatus.Pass),
            { Bits: < Wanted } => ("short", CheckStatus.Warning),
            { Bits: > Most } => ("long", CheckStatus.Warning),
            _ => ("strong", CheckStatus.Pass),
        };
        var type = record.Algorithm == SigningAlgorithm.RsaSha256 ? "RSA" : "Ed25519";
        return DkimResult.Of(this, publication, outcome, status, new ReplyValue(CheckValueNames.Count, Figure.Of(record.Bits)), new ReplyValue(CheckValueNames.Term, type));
    }
}
