using Todoku.Knowledge;

namespace Todoku.Diagnosis.Reports.Redaction;

/// <summary>Masks a whole diagnosis before any report is written of it, so that no format can forget to.</summary>
internal sealed class ResultRedactor(RedactionLevel level)
{
    private readonly Pseudonyms _pseudonyms = new();

    public DiagnosisResult Redact(DiagnosisResult result)
    {
        var mask = new TextMask(_pseudonyms, level == RedactionLevel.SenderToo ? SenderNames.Of(result) : SenderNames.None);
        var facts = new FactRedactor(level, mask);
        return result with
        {
            Hosts = [.. result.Hosts.Select(mask.Apply)],
            Findings = [.. result.Findings.Select(finding => Redact(finding, mask, facts))],
            Plan = [.. result.Plan.Select(step => step with { Values = [.. step.Values.Select(facts.RedactOfStep)], Records = facts.Redact(step.Records) })],
            Notices = [.. result.Notices.Select(notice => notice with { Detail = mask.Apply(notice.Detail) })],
            Understood = result.Understood with
            {
                NotUnderstood =
                    [.. result.Understood.NotUnderstood.Select(lines => lines with { Samples = [.. lines.Samples.Select(mask.Apply)] })],
            },
        };
    }

    private static Finding Redact(Finding finding, TextMask mask, FactRedactor facts) => finding with
    {
        Evidence = [.. finding.Evidence.Select(mask.Apply)],
        Values = Redact(finding.Values, mask),
        Recovery = finding.Recovery is { } recovery ? recovery with { Relay = mask.Apply(recovery.Relay) } : null,
        Facts = [.. finding.Facts.Select(facts.Redact)],
        Records = [.. finding.Records.Select(records => records with { Records = facts.Redact(records.Records) })],
        Identity = finding.Identity with
        {
            Host = mask.Apply(finding.Identity.Host),
            SendingIp = mask.Apply(finding.Identity.SendingIp),
            EnvelopeDomain = mask.Apply(finding.Identity.EnvelopeDomain),
            Submitter = mask.ApplyToSubmitter(finding.Identity.Submitter),
            DkimDomain = mask.Apply(finding.Identity.DkimDomain),
            Relay = mask.Apply(finding.Identity.Relay),
        },
    };

    private static IReadOnlyList<ReplyValue> Redact(IReadOnlyList<ReplyValue> values, TextMask mask) =>
        [.. values.Select(value => value with { Value = mask.Apply(value.Value) })];
}
