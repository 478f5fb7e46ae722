using System.Globalization;
using Todoku.Apply.Changes;
using Todoku.Apply.Hosts;
using Todoku.Dns;
using Todoku.Dns.Updates;
using Todoku.Dns.Zones;

namespace Todoku.Apply.NameServers;

/// <summary>
/// Makes the change of a zone from what its server says now. Of SPF, DMARC and DKIM a second record beside the first is an error to receivers (RFC 7208, section 3.2;
/// RFC 9989; RFC 6376, section 3.6.2.2), and so is a second CNAME: there a new one takes the place of the old one. All other records stay beside new ones.
/// </summary>
internal sealed class DnsChange(IApplyHost host, INameServers names)
{
    private static readonly TimeSpan UsualTime = TimeSpan.FromHours(1);
    private static readonly string[] Single = [SpfText.Start, "v=DMARC1", "v=DKIM1"];

    /// <summary>Makes it.</summary>
    public async Task<Proposal> PlanAsync(ChangeRequest.Dns request, CancellationToken ct)
    {
        if (!TsigKey.TryParse(host.Read(request.KeyFile) ?? "", out _)) return new Proposal.Impossible(Obstacle.NoKey, request.KeyFile);
        var sets = new List<DnsSetEdit>();
        foreach (var question in QuestionsOf(request))
        {
            var answer = await names.AskAsync(request.Server, question.Name, question.Type, ct);
            if (answer is DnsAnswer.Failed failed) return new Proposal.Impossible(Obstacle.NoNameServer, $"{request.Server} ({FailureText.Of(failed.Failure)})");
            var found = answer is DnsAnswer.Found { Aliases.Count: 0 } there ? there : null;
            var before = (found?.Records ?? []).Select(record => Line(question, found?.TimeToLive ?? default, record)).Order(StringComparer.Ordinal).ToArray();
            if (TermsOf(request, question).Length > 0 && before.Count(line => KindOf(Value(line)) == SpfText.Start) > 1) return new Proposal.Impossible(Obstacle.SeveralSpfRecords, question.Name.ToString());
            sets.Add(new DnsSetEdit(question.Name.ToString(), question.Type.ToString(), before, [.. After(before, question, found?.TimeToLive, request)]));
        }
        sets.RemoveAll(set => set.Before.SequenceEqual(set.After));
        if (sets.Count == 0) return new Proposal.AlreadySo();
        return new Proposal.Ready(new Change(ChangeKind.Dns, request.Zone.ToString()) { Files = [], Dns = new DnsEdit(request.Zone.ToString(), request.Server.ToString(), request.KeyFile, sets) });
    }

    private static List<string> After(string[] before, DnsQuestion question, TimeSpan? time, ChangeRequest.Dns request)
    {
        var after = before.ToList();
        foreach (var record in request.Removed.Where(record => IsOf(record, question))) after.RemoveAll(line => Value(line) == RecordText.Of(record.Content));
        foreach (var record in request.Added.Where(record => IsOf(record, question)))
        {
            var value = RecordText.Of(record.Content);
            if (after.Exists(line => Value(line) == value)) continue;
            var kind = KindOf(value);
            after.RemoveAll(line => question.Type == DnsRecordType.CNAME || (kind is not null && KindOf(Value(line)) == kind));
            // All records of a name and type have one time (RFC 2181, section 5.2): that of those that are there.
            after.Add(Line(question, time ?? record.TimeToLive, record.Content));
        }
        foreach (var record in request.Missing.Where(record => IsOf(record, question)))
            if (!after.Exists(line => KindOf(Value(line)) == KindOf(RecordText.Of(record.Content)))) after.Add(Line(question, time ?? record.TimeToLive, record.Content));
        foreach (var term in TermsOf(request, question))
        {
            var at = after.FindIndex(line => KindOf(Value(line)) == SpfText.Start);
            var record = Line(question, time ?? UsualTime, TextRecord.Of(SpfText.With(at < 0 ? null : TextRecord.Read(after[at]), term)));
            if (at < 0) after.Add(record);
            else after[at] = record;
        }
        return [.. after.Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<DnsQuestion> QuestionsOf(ChangeRequest.Dns request) => request.Added.Concat(request.Removed).Concat(request.Missing)
        .Select(record => new DnsQuestion(record.Owner, record.Type)).Concat(request.SpfTerms.Select(term => new DnsQuestion(term.Owner, DnsRecordType.TXT))).Distinct();

    private static string[] TermsOf(ChangeRequest.Dns request, DnsQuestion question) =>
        question.Type == DnsRecordType.TXT ? [.. request.SpfTerms.Where(term => term.Owner.Equals(question.Name)).Select(term => term.Term)] : [];

    private static string? KindOf(string value) => Array.Find(Single, start => value.StartsWith('"' + start, StringComparison.OrdinalIgnoreCase));

    private static bool IsOf(ZoneRecord record, DnsQuestion question) => record.Owner.Equals(question.Name) && record.Type == question.Type;

    private static string Line(DnsQuestion question, TimeSpan time, DnsRecord content) =>
        string.Create(CultureInfo.InvariantCulture, $"{question.Name}. {(long)time.TotalSeconds} IN {question.Type} {RecordText.Of(content)}");

    // Behind name, time, class and type.
    private static string Value(string line) => line.Split(' ', 5)[4];
}
