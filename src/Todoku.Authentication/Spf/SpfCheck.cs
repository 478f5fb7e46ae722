using System.Diagnostics;
using System.Text;
using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Authentication.Spf;

/// <summary>
/// One check: evaluates the record of the identity's domain and those it leads to, and counts what that costs (RFC 7208, section 4).
/// </summary>
internal sealed partial class SpfCheck(SpfRecordCache records, SpfQuestions questions, MacroValues values, SpfTrace? trace)
{
    private readonly bool _isLocalPartAscii = Ascii.IsValid(values.LocalPart);

    /// <summary>How many terms asked DNS; one more than allowed where that ended the check.</summary>
    public int Lookups { get; private set; }

    /// <summary>How many of their questions came to nothing.</summary>
    public int VoidLookups { get; private set; }

    /// <summary>What was done.</summary>
    public IReadOnlyList<SpfStep> Steps => trace?.Steps ?? [];

    private DnsRecordType AddressType => values.Client.IsIPv4 ? DnsRecordType.A : DnsRecordType.AAAA;

    /// <summary>Runs the check.</summary>
    public ValueTask<SpfOutcome> RunAsync(DomainName name) => CheckHostAsync(new SpfHostContext(name, values.SenderDomain, 0));

    /// <summary>
    /// The text for a refused sender: that of the record which decided, so not of one that was included, and after a redirect not of the first
    /// (section 6.2). Whatever is wrong with it, it is only left out.
    /// </summary>
    public async ValueTask<string?> ExplainAsync(SpfOutcome outcome)
    {
        if (outcome.Record?.Explanation is not { } term) return null;
        var target = await TargetAsync(term.Domain, outcome.Host);
        if (target.Name is not { } name) return null;
        if (await questions.AskAsync(name, DnsRecordType.TXT) is not DnsAnswer.Found { Records: [DnsRecord.Text only] }) return null;
        if (MacroParser.Parse(Encoding.Latin1.GetString(only.Value.Span), MacroUse.Explanation, out var text) is not null || text is null) return null;
        var clientName = text.UsesClientName ? await ClientNameAsync(outcome.Host) : "";
        return MacroExpander.ExpandText(text, values, outcome.Host.Domain, clientName);
    }

    private async ValueTask<SpfOutcome> CheckHostAsync(SpfHostContext host)
    {
        var answer = await questions.AskAsync(host.Name, DnsRecordType.TXT);
        if (answer is DnsAnswer.Failed failed)
            return WithoutRecord(host, SpfVerdict.TempError, new SpfReason.DnsFailed(host.Domain, null, host.Domain, DnsRecordType.TXT, failed.Failure));
        if (answer is not DnsAnswer.Found found)
            return WithoutRecord(host, SpfVerdict.None, new SpfReason.NoRecord(host.Domain, answer is DnsAnswer.NoData));
        var choice = records.Choose(found);
        if (choice.Count > 1) return WithoutRecord(host, SpfVerdict.PermError, new SpfReason.SeveralRecords(host.Domain, choice.Count));
        if (choice.Record is not { } record) return WithoutRecord(host, SpfVerdict.None, new SpfReason.NoRecord(host.Domain, Exists: true));
        // An error anywhere, also behind what would match, makes the whole record void (section 4.6).
        if (!record.IsValid) return WithoutRecord(host, SpfVerdict.PermError, new SpfReason.SyntaxErrors(host.Domain, record));
        Note(host, null, SpfStepOutcome.RecordRead, new SpfEvidence.Record(record));
        return await EvaluateAsync(host, record);
    }

    private async ValueTask<SpfOutcome> EvaluateAsync(SpfHostContext host, SpfRecord record)
    {
        var mechanisms = record.Mechanisms;
        for (var i = 0; i < mechanisms.Count; i++)
        {
            var mechanism = mechanisms[i];
            if (mechanism.AsksDns && ++Lookups > SpfLimits.Lookups) return TooMany(host, record, mechanism);
            var match = mechanism switch
            {
                SpfTerm.Ip ip => MatchIp(ip),
                SpfTerm.All => new SpfMatch(true, null),
                _ => await MatchAsync(mechanism, host),
            };
            if (match.Error is { } error)
            {
                Note(host, mechanism, SpfStepOutcome.Failed, new SpfEvidence.Ended(error));
                return new SpfOutcome(match.ErrorVerdict, error, record, host);
            }
            Note(host, mechanism, match.IsMatch ? SpfStepOutcome.Matched : SpfStepOutcome.NotMatched, match.Evidence);
            if (!match.IsMatch) continue;
            NoteSkipped(host, record, i + 1);
            return new SpfOutcome(mechanism.Qualifier.ToVerdict(), new SpfReason.Matched(host.Domain, mechanism), record, host);
        }
        if (record.Redirect is { } redirect) return await RedirectAsync(host, record, redirect);
        return new SpfOutcome(SpfVerdict.Neutral, new SpfReason.NoMatch(host.Domain), record, host);
    }

    private async ValueTask<SpfOutcome> RedirectAsync(SpfHostContext host, SpfRecord record, SpfTerm.Redirect redirect)
    {
        if (++Lookups > SpfLimits.Lookups) return TooMany(host, record, redirect);
        if (!_isLocalPartAscii && redirect.Domain.UsesLocalPart)
        {
            Note(host, redirect, SpfStepOutcome.NotMatched, new SpfEvidence.LocalPartNotAscii());
            return new SpfOutcome(SpfVerdict.Neutral, new SpfReason.NoMatch(host.Domain), record, host);
        }
        var target = await TargetAsync(redirect.Domain, host);
        var outcome = await FollowAsync(host, redirect, target);
        // The other record's verdict is this one's, but for none (section 6.1).
        if (outcome.Verdict != SpfVerdict.None) return outcome;
        return new SpfOutcome(SpfVerdict.PermError, new SpfReason.TargetWithoutRecord(host.Domain, redirect, outcome.Reason), record, host);
    }

    private async ValueTask<SpfMatch> IncludeAsync(SpfHostContext host, SpfTerm.Include include)
    {
        var target = await TargetAsync(include.Domain, host);
        var outcome = await FollowAsync(host, include, target);
        // The table of section 5.2.
        return outcome.Verdict switch
        {
            SpfVerdict.Pass => new SpfMatch(true, Evidence(target, outcome)),
            SpfVerdict.Fail or SpfVerdict.SoftFail or SpfVerdict.Neutral => new SpfMatch(false, Evidence(target, outcome)),
            SpfVerdict.TempError or SpfVerdict.PermError => SpfMatch.Ends(outcome.Verdict, outcome.Reason),
            SpfVerdict.None => SpfMatch.Ends(SpfVerdict.PermError, new SpfReason.TargetWithoutRecord(host.Domain, include, outcome.Reason)),
            _ => throw new UnreachableException(),
        };
    }

    private async ValueTask<SpfOutcome> FollowAsync(SpfHostContext host, SpfTerm term, TargetName target)
    {
        Note(host, term, SpfStepOutcome.Followed);
        // What is no domain of several labels has no record (section 4.3).
        if (target.Name is not { LabelCount: > 1 } name)
            return new SpfOutcome(SpfVerdict.None, new SpfReason.MalformedDomain(target.Text), null, host);
        return await CheckHostAsync(new SpfHostContext(name, target.Text, host.Depth + 1));
    }

    private SpfEvidence.Verdict? Evidence(TargetName target, SpfOutcome outcome) =>
        trace is null ? null : new SpfEvidence.Verdict(target.Text, outcome.Verdict);

    private SpfOutcome WithoutRecord(SpfHostContext host, SpfVerdict verdict, SpfReason reason)
    {
        Note(host, null, SpfStepOutcome.RecordMissing, trace is null ? null : new SpfEvidence.Ended(reason));
        return new SpfOutcome(verdict, reason, null, host);
    }

    private SpfOutcome TooMany(SpfHostContext host, SpfRecord record, SpfTerm term)
    {
        var reason = new SpfReason.TooManyLookups(host.Domain, term);
        Note(host, term, SpfStepOutcome.Failed, new SpfEvidence.Ended(reason));
        return new SpfOutcome(SpfVerdict.PermError, reason, record, host);
    }

    private void Note(SpfHostContext host, SpfTerm? term, SpfStepOutcome outcome, SpfEvidence? evidence = null) => trace?.Add(new SpfStep
    {
        Depth = host.Depth,
        Domain = host.Domain,
        Term = term,
        Outcome = outcome,
        Evidence = evidence ?? SpfEvidence.Nothing,
        Lookups = Lookups,
        VoidLookups = VoidLookups,
    });

    private void NoteSkipped(SpfHostContext host, SpfRecord record, int from)
    {
        if (trace is null) return;
        for (var i = from; i < record.Mechanisms.Count; i++) Note(host, record.Mechanisms[i], SpfStepOutcome.Skipped);
        if (record.Redirect is { } redirect) Note(host, redirect, SpfStepOutcome.Skipped);
    }
}
