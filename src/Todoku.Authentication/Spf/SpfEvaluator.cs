using Todoku.Dns;

namespace Todoku.Authentication.Spf;

/// <summary>
/// Says whether a client may send for a domain (RFC 7208). Keeps the records that it has read beside the answers they came in; may be used by several
/// threads at once.
/// </summary>
/// <param name="time">The clock.</param>
public sealed class SpfEvaluator(TimeProvider time)
{
    private readonly SpfRecordCache _records = new();

    /// <summary>
    /// Checks. Whatever stands in the request or comes from DNS, there is a verdict, after at most <see cref="SpfLimits.Time"/>.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async ValueTask<SpfResult> EvaluateAsync(SpfRequest request, IDnsResolver resolver, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(resolver);
        var values = SpfIdentityReader.Values(request, time);
        var identity = SpfIdentityReader.KindOf(request.Sender);
        if (SpfIdentityReader.Name(values) is not { } name)
        {
            return new SpfResult
            {
                Verdict = SpfVerdict.None,
                Reason = new SpfReason.MalformedDomain(values.SenderDomain),
                Identity = identity,
                Domain = values.SenderDomain,
                Lookups = 0,
                VoidLookups = 0,
            };
        }
        using var questions = new SpfQuestions(resolver, time, ct);
        var check = new SpfCheck(_records, questions, values, request.WithSteps ? new SpfTrace() : null);
        var outcome = await check.RunAsync(name);
        // Also where the term that ran out of time would only not have matched.
        if (questions.IsTimeUp) outcome = outcome with { Verdict = SpfVerdict.TempError, Reason = new SpfReason.TimeIsUp(values.SenderDomain) };
        return new SpfResult
        {
            Verdict = outcome.Verdict,
            Reason = outcome.Reason,
            Identity = identity,
            Domain = values.SenderDomain,
            Explanation = outcome.Verdict == SpfVerdict.Fail ? await check.ExplainAsync(outcome) : null,
            Lookups = Math.Min(check.Lookups, SpfLimits.Lookups + 1),
            VoidLookups = check.VoidLookups,
            Steps = check.Steps,
        };
    }
}
