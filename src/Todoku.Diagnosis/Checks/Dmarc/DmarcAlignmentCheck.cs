using System.Net;
using Todoku.Authentication.Dmarc;
using Todoku.Authentication.Dmarc.Records;
using Todoku.Authentication.Signatures;
using Todoku.Authentication.Spf;
using Todoku.Diagnosis.Checks.Dkim;
using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Mail.Authors;

namespace Todoku.Diagnosis.Checks.Dmarc;

/// <summary>
/// Whether the sender's own mail passes DMARC as it is sent now: SPF for the Return-Path or a DKIM signature, aligned with From as the record wants it. A
/// policy that is enforced while neither does has one's own mail refused.
/// </summary>
public sealed class DmarcAlignmentCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "dmarc-alignment";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["both", "spf-only", "dkim-only", "refused", "unaligned", "hangs-on-dkim", "not-known", "no-record"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var publication = await DmarcPublication.OfAsync(context, cancellationToken).ConfigureAwait(false);
        if (publication.UsableRecord is null) return [DmarcResults.Of(this, publication, "no-record", CheckStatus.NotApplicable)];
        var keys = await DkimPublication.OfSenderAsync(context, cancellationToken).ConfigureAwait(false);
        var signatures = keys.Select(Identifier).ToArray();
        if (context.Subject.ReturnPathDomain is not { } sender || context.Subject.Addresses.Count == 0)
            return [await JudgeAsync(context, publication, null, signatures, "", cancellationToken).ConfigureAwait(false)];
        var results = new List<CheckResult>();
        foreach (var address in context.Subject.Addresses)
        {
            var spf = await EvaluateAsync(context, sender, address, cancellationToken).ConfigureAwait(false);
            results.Add(await JudgeAsync(context, publication, spf, signatures, address.ToString(), cancellationToken).ConfigureAwait(false));
        }
        return results;
    }

    private static async Task<AuthenticatedIdentifier> EvaluateAsync(CheckContext context, DomainName sender, IPAddress address, CancellationToken cancellationToken)
    {
        var request = new SpfRequest { Ip = address, Sender = $"postmaster@{sender}", Helo = context.Subject.HeloName?.ToString() ?? "" };
        var result = await new SpfEvaluator(context.Time).EvaluateAsync(request, context.Dns, cancellationToken).ConfigureAwait(false);
        return new AuthenticatedIdentifier(AuthenticationMechanism.Spf, sender.ToString(), result.Verdict.ToWord());
    }

    // A key that verifiers can use is taken for a signature that passes; whether the signer has the other half is seen in a message only.
    private static AuthenticatedIdentifier Identifier(DkimPublication key) => new(
        AuthenticationMechanism.Dkim,
        key.Hint.Domain.ToString(),
        key switch
        {
            { Kind: DkimPublicationKind.NotKnown } => "temperror",
            { Kind: DkimPublicationKind.Found, Record.Problem: null or SignatureReason.Verified } => "pass",
            _ => "permerror",
        });

    private async Task<CheckResult> JudgeAsync(
        CheckContext context, DmarcPublication publication, AuthenticatedIdentifier? spf, AuthenticatedIdentifier[] signatures, string address, CancellationToken cancellationToken)
    {
        IReadOnlyList<AuthenticatedIdentifier> identifiers = spf is null ? signatures : [spf, .. signatures];
        var result = await new DmarcEvaluator(context.Dns).EvaluateAsync(new AuthorDomain.One(publication.From, IsRepaired: false), identifiers, cancellationToken).ConfigureAwait(false);
        var isEnforced = result.Policy is { Applied: not DmarcPolicy.None };
        var (outcome, status) = result switch
        {
            { IsSpfAligned: true, IsDkimAligned: true } => ("both", CheckStatus.Pass),
            { IsDkimAligned: true } => ("dkim-only", CheckStatus.Pass),
            { IsSpfAligned: true } => ("spf-only", CheckStatus.Pass),
            { Verdict: DmarcVerdict.TempError } => ("not-known", CheckStatus.NotKnown),
            _ when spf is null => ("not-known", CheckStatus.NotKnown),
            _ when signatures.Length == 0 => ("hangs-on-dkim", isEnforced ? CheckStatus.Warning : CheckStatus.NotKnown),
            _ => isEnforced ? ("refused", CheckStatus.Problem) : ("unaligned", CheckStatus.Warning),
        };
        List<ReplyValue> values = [new ReplyValue(ReplyValueNames.DmarcResult, result.Policy?.Applied.Word ?? "")];
        if (address.Length > 0) values.Add(new ReplyValue(ReplyValueNames.Ip, address));
        return DmarcResults.Of(this, publication, outcome, status, [.. values]) with
        {
            Subject = address.Length > 0 ? $"{publication.From} {address}" : publication.From.ToString(),
            Evidence = [.. publication.Evidence, .. result.Alignments.Select(Describe)],
            Steps = [.. StepsOf(context, result, signatures)],
        };
    }

    // Only what is not aligned is to be brought in line; SPF or a key that fails by itself has points of its own.
    private static IEnumerable<string> StepsOf(CheckContext context, DmarcResult result, AuthenticatedIdentifier[] signatures)
    {
        if (signatures.Length == 0 || signatures.Any(signature => !IsLike(context, signature))) yield return "dkim-align-domain";
        if (result.Alignments.Any(alignment => alignment.Identifier.Mechanism == AuthenticationMechanism.Spf && !IsLike(context, alignment.Identifier))) yield return "set-envelope-sender-postfix";
    }

    private static bool IsLike(CheckContext context, AuthenticatedIdentifier identifier) =>
        DomainName.TryParse(identifier.Domain, out var domain) && context.AreOfOneOrganization(domain, context.Subject.Domain);

    // In the words of the standards: what said what, for which domain, and whether that is aligned.
    private static string Describe(IdentifierAlignment alignment)
    {
        var identifier = alignment.Identifier;
        var isSpf = identifier.Mechanism == AuthenticationMechanism.Spf;
        var mode = $"{(isSpf ? "aspf" : "adkim")}={(alignment.Mode == AlignmentMode.Strict ? "s" : "r")}";
        return $"{(isSpf ? "spf" : "dkim")}={identifier.Result} {(isSpf ? "Return-Path" : "d=")}{(isSpf ? " " : "")}{identifier.Domain} ({mode}): {Word(alignment.Outcome)}";
    }

    private static string Word(AlignmentOutcome outcome) => outcome switch
    {
        AlignmentOutcome.Identical or AlignmentOutcome.SameOrganization => "aligned",
        AlignmentOutcome.NotAuthenticated => "no pass",
        AlignmentOutcome.WouldAlign or AlignmentOutcome.LookupFailed => "no answer",
        AlignmentOutcome.TooMany => "not looked at",
        _ => "not aligned",
    };
}
