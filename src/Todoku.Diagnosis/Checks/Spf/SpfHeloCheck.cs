using System.Net;
using Todoku.Authentication.Spf;
using Todoku.Dns;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Spf;

/// <summary>
/// What SPF says of the HELO name: it decides for bounces, whose Return-Path is empty (RFC 7208, section 2.4). Without a record of its own nothing is
/// lost; a record that does not name the address has bounces and notifications refused.
/// </summary>
public sealed class SpfHeloCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "spf-helo";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["passes", "no-record", "refuses", "error", "unanswered", "not-known"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Subject.HeloName is not { } helo || context.Subject.Addresses.Count == 0)
            return [new CheckResult(Id, "not-known", CheckStatus.NotKnown, context.Subject.HeloName?.ToString() ?? context.Subject.Domain.ToString())];
        var results = new List<CheckResult>();
        foreach (var address in context.Subject.Addresses) results.Add(await JudgeAsync(context, helo, address, cancellationToken).ConfigureAwait(false));
        // That there is no record is so for every address.
        return results is [{ Outcome: "no-record" } first, ..] ? [first with { Subject = helo.ToString() }] : results;
    }

    private async Task<CheckResult> JudgeAsync(CheckContext context, DomainName helo, IPAddress address, CancellationToken cancellationToken)
    {
        var request = new SpfRequest { Ip = address, Sender = "", Helo = helo.ToString() };
        var result = await new SpfEvaluator(context.Time).EvaluateAsync(request, context.Dns, cancellationToken).ConfigureAwait(false);
        var publication = await SpfPublication.OfAsync(context, helo, cancellationToken).ConfigureAwait(false);
        var (outcome, status) = result.Verdict switch
        {
            SpfVerdict.Pass => ("passes", CheckStatus.Pass),
            SpfVerdict.None => ("no-record", CheckStatus.Pass),
            SpfVerdict.PermError => ("error", CheckStatus.Warning),
            SpfVerdict.TempError => ("unanswered", CheckStatus.NotKnown),
            _ => ("refuses", CheckStatus.Warning),
        };
        return new CheckResult(Id, outcome, status, $"{helo} {address}")
        {
            Evidence = publication.Evidence,
            Values = [new ReplyValue(ReplyValueNames.Helo, helo.ToString()), new ReplyValue(ReplyValueNames.Ip, address.ToString())],
            Records = outcome == "refuses" ? [new PublishedRecord(helo, DnsRecordType.TXT, SpfComposer.Compose(publication.Records, context.Subject.Addresses))] : [],
        };
    }
}
