using System.Net;
using Todoku.Authentication.Spf;
using Todoku.Dns;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Spf;

/// <summary>Whether this very address may send for the domain: the whole evaluation, as a receiver does it.</summary>
public sealed class SpfAddressCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "spf-address";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["passes", "fails", "soft-fails", "neutral", "error", "unusable", "no-record", "unanswered", "no-address"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var domains = SpfPublication.DomainsOf(context);
        if (context.Subject.Addresses.Count == 0)
            return [new CheckResult(Id, "no-address", CheckStatus.NotKnown, domains[0].ToString()) { Values = [new ReplyValue(ReplyValueNames.Domain, domains[0].ToString())] }];
        var results = new List<CheckResult>();
        for (var i = 0; i < domains.Count; i++)
        {
            foreach (var address in context.Subject.Addresses) results.Add(await JudgeAsync(context, domains[i], address, isUsed: i == 0, cancellationToken).ConfigureAwait(false));
        }
        return [.. results.GroupBy(FaultOf).Select(Join)];
    }

    // One fault of one record is one thing to mend, however many addresses it hits; an address that is well stands for itself.
    private static (string Domain, string Outcome, string OfTermOrAddress) FaultOf(CheckResult result)
    {
        var isFault = result.Status is CheckStatus.Problem or CheckStatus.Warning;
        return (result.ValueOf(ReplyValueNames.Domain), result.Outcome, isFault ? result.ValueOf(CheckValueNames.Term) : result.ValueOf(ReplyValueNames.Ip));
    }

    private static CheckResult Join(IGrouping<(string Domain, string Outcome, string OfTermOrAddress), CheckResult> same)
    {
        var (first, addresses) = (same.First(), same.Select(result => result.ValueOf(ReplyValueNames.Ip)).ToArray());
        var all = string.Join(", ", addresses);
        return first with
        {
            Subject = $"{same.Key.Domain} {all}",
            Values = [.. first.Values, .. addresses.Skip(1).Select(address => new ReplyValue(ReplyValueNames.Ip, address)), new ReplyValue(CheckValueNames.Names, all)],
        };
    }

    private async Task<CheckResult> JudgeAsync(CheckContext context, DomainName domain, IPAddress address, bool isUsed, CancellationToken cancellationToken)
    {
        var request = new SpfRequest
        {
            Ip = address,
            Sender = $"postmaster@{domain}",
            Helo = context.Subject.HeloName?.ToString() ?? "",
            WithSteps = true,
        };
        var result = await new SpfEvaluator(context.Time).EvaluateAsync(request, context.Dns, cancellationToken).ConfigureAwait(false);
        var wrong = isUsed ? CheckStatus.Problem : CheckStatus.Warning;
        var term = TermOf(result.Reason);
        var (outcome, status) = result.Verdict switch
        {
            SpfVerdict.Pass => ("passes", CheckStatus.Pass),
            SpfVerdict.Fail => ("fails", wrong),
            SpfVerdict.SoftFail => ("soft-fails", wrong),
            SpfVerdict.Neutral => ("neutral", wrong),
            // Of several records, say, no term is to blame.
            SpfVerdict.PermError => (term.Length > 0 ? "error" : "unusable", wrong),
            // The record's own point says so.
            SpfVerdict.None => ("no-record", CheckStatus.NotApplicable),
            _ => ("unanswered", CheckStatus.NotKnown),
        };
        var publication = await SpfPublication.OfAsync(context, domain, cancellationToken).ConfigureAwait(false);
        var isOwn = SpfPublication.IsOwn(context, domain);
        var isToAdd = isOwn && result.Verdict is SpfVerdict.Fail or SpfVerdict.SoftFail or SpfVerdict.Neutral && publication.Only is not null;
        return new CheckResult(Id, outcome, status, $"{domain} {address}")
        {
            Evidence = [.. publication.Evidence, .. result.Steps.Where(step => step.Term is not null && step.Outcome != SpfStepOutcome.Skipped).Select(Describe)],
            Values =
            [
                new ReplyValue(ReplyValueNames.Domain, domain.ToString()),
                new ReplyValue(ReplyValueNames.Ip, address.ToString()),
                new ReplyValue(CheckValueNames.Term, term),
            ],
            Records = isToAdd ? [new PublishedRecord(domain, DnsRecordType.TXT, SpfComposer.Compose(publication.Records, context.Subject.Addresses))] : [],
            Steps = isOwn ? null : [],
        };
    }

    private static string TermOf(SpfReason reason) => reason switch
    {
        SpfReason.Matched matched => matched.Term.Text,
        SpfReason.TooManyLookups many => many.Term.Text,
        SpfReason.TooManyVoidLookups many => many.Term.Text,
        SpfReason.TooManyMailExchangers many => many.Term.Text,
        SpfReason.TargetWithoutRecord target => target.Term.Text,
        SpfReason.SyntaxErrors { Record.Errors: [var error, ..] } => error.Term,
        _ => "",
    };

    // Marks instead of words, so that evidence reads the same in every language.
    private static string Describe(SpfStep step) => $"{new string(' ', step.Depth * 2)}{Mark(step.Outcome)} {step.Term} ({step.Domain})";

    private static char Mark(SpfStepOutcome outcome) => outcome switch
    {
        SpfStepOutcome.Matched => '=',
        SpfStepOutcome.Failed => '!',
        SpfStepOutcome.Followed => '>',
        _ => '-',
    };
}
