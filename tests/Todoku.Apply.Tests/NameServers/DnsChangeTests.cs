using System.Net;
using Todoku.Apply.Changes;
using Todoku.Apply.Files;
using Todoku.Apply.Journals;
using Todoku.Apply.NameServers;
using Todoku.Apply.Running;
using Todoku.Dns;
using Todoku.Dns.Updates;
using Todoku.Dns.Zones;
using Todoku.Mail;

namespace Todoku.Apply.Tests.NameServers;

/// <summary>Records of a zone: what is replaced, what stays, and that an undo is the way back. The server here keeps the prerequisites of RFC 2136; a real one is in Todoku.Dns.Tests.</summary>
public sealed class DnsChangeTests : INameServers
{
    private const string Key = "/etc/todoku/dns.key";
    private static readonly DomainName Zone = DomainName.Parse("example.com");
    private static readonly IPEndPoint Server = IPEndPoint.Parse("192.0.2.53:53");

    private readonly FakeHost _host = new() { Files = { [Key] = "key todoku { algorithm hmac-sha256; secret c2VjcmV0; };" } };
    private readonly List<string> _zone = ["example.com. 300 IN TXT \"google-site-verification=x\"", "example.com. 300 IN TXT \"v=spf1 ip4:192.0.2.1 -all\""];
    private UpdateOutcome? _answer;

    [Fact]
    public async Task A_second_SPF_record_takes_the_place_of_the_first_and_an_undo_brings_it_back()
    {
        var before = _zone.ToArray();
        var change = Assert.IsType<Proposal.Ready>(await PlanAsync(["example.com. 3600 IN TXT \"v=spf1 ip4:192.0.2.9 -all\"", "s1._domainkey.example.com. 3600 IN TXT \"v=DKIM1; p=x\""])).Change;

        Assert.Equal(
            ["--- example.com TXT", "+++ example.com TXT", "@@ -1,2 +1,2 @@", " example.com. 300 IN TXT \"google-site-verification=x\"", "-example.com. 300 IN TXT \"v=spf1 ip4:192.0.2.1 -all\"", "+example.com. 300 IN TXT \"v=spf1 ip4:192.0.2.9 -all\""],
            UnifiedDiff.Of(change.Dns!.Shown[0]));
        var journal = new Journal(_host, "/state");
        var applier = new Applier(_host, this, journal, TimeProvider.System);
        Assert.IsType<ApplyOutcome.Made>(await applier.MakeAsync(change));
        Assert.Equal(3, _zone.Count);
        Assert.DoesNotContain(_host.Files, file => file.Key != Key && file.Value.Contains("c2VjcmV0", StringComparison.Ordinal));

        var entry = journal.Read()[0];
        Assert.IsType<ApplyOutcome.Made>(await applier.UndoAsync(entry, Assert.IsType<UndoPlan.Ready>(new UndoPlanner(_host, journal).Plan(entry)).Change));
        Assert.Equal(before, _zone.Order(StringComparer.Ordinal));
        Assert.Equal(JournalState.Undone, journal.Read()[0].State);
    }

    [Fact]
    public async Task What_is_not_as_shown_any_more_is_left()
    {
        var change = Assert.IsType<Proposal.Ready>(await PlanAsync(["example.com. 3600 IN TXT \"v=spf1 -all\""])).Change;
        _zone.Add("example.com. 300 IN TXT \"new\"");

        Assert.IsType<ApplyOutcome.ChangedSince>(await new Applier(_host, this, new Journal(_host, "/state"), TimeProvider.System).MakeAsync(change));
        Assert.Equal(3, _zone.Count);
    }

    [Fact]
    public async Task When_nobody_knows_what_the_server_did_the_journal_keeps_it_open()
    {
        var change = Assert.IsType<Proposal.Ready>(await PlanAsync(["example.com. 3600 IN TXT \"v=spf1 -all\""])).Change;
        _answer = new UpdateOutcome.NotVerified();
        var journal = new Journal(_host, "/state");

        Assert.IsType<ApplyOutcome.Stuck>(await new Applier(_host, this, journal, TimeProvider.System).MakeAsync(change));
        Assert.Equal(JournalState.Begun, journal.Read()[0].State);
    }

    [Fact]
    public async Task The_same_again_changes_nothing_and_without_a_key_nobody_is_asked()
    {
        Assert.IsType<Proposal.AlreadySo>(await PlanAsync(["example.com. 60 IN TXT \"v=spf1 ip4:192.0.2.1 -all\""]));
        _host.Files[Key] = "x";
        Assert.Equal(Obstacle.NoKey, Assert.IsType<Proposal.Impossible>(await PlanAsync(["example.com. 60 IN TXT \"x\""])).Obstacle);
    }

    [Theory]
    [InlineData("example.com. 300 IN TXT \"v=spf1 include:x.example -all\"", "v=spf1 include:x.example ip4:192.0.2.9 -all")]
    [InlineData("example.com. 300 IN TXT \"v=spf1 mx ?ALL\"", "v=spf1 mx ip4:192.0.2.9 ?ALL")]
    [InlineData("example.com. 300 IN TXT \"v=spf1 mx redirect=x.example\"", "v=spf1 mx ip4:192.0.2.9 redirect=x.example")]
    [InlineData("example.com. 300 IN TXT \"v=spf1 \" \"mx\"", "v=spf1 mx ip4:192.0.2.9")]
    [InlineData("example.com. 300 IN TXT \"other\"", "v=spf1 ip4:192.0.2.9 ~all")]
    [InlineData("example.com. 300 IN TXT \"v=spf1 +IP4:192.0.2.9 -all\"", null)]
    public async Task An_SPF_record_gets_a_term_before_what_decides_about_all_others(string there, string? wanted)
    {
        _zone.Clear();
        _zone.Add(there);

        var proposal = await PlanAsync(new ChangeRequest.Dns(Zone, Server, Key, [], []) { SpfTerms = [new SpfTerm(Zone, "ip4:192.0.2.9")] });

        if (wanted is null) Assert.IsType<Proposal.AlreadySo>(proposal);
        else Assert.Contains($"example.com. 300 IN TXT \"{wanted}\"", Assert.IsType<Proposal.Ready>(proposal).Change.Dns!.Lines);
    }

    [Fact]
    public async Task Of_two_SPF_records_none_is_touched()
    {
        _zone.Add("example.com. 300 IN TXT \"v=spf1 mx -all\"");

        var proposal = await PlanAsync(new ChangeRequest.Dns(Zone, Server, Key, [], []) { SpfTerms = [new SpfTerm(Zone, "ip4:192.0.2.9")] });

        Assert.Equal((Obstacle.SeveralSpfRecords, "example.com"), proposal is Proposal.Impossible impossible ? (impossible.Obstacle, impossible.Detail) : default);
    }

    [Fact]
    public async Task A_record_that_is_only_to_be_there_leaves_the_one_of_its_kind()
    {
        var policy = new ChangeRequest.Dns(Zone, Server, Key, [], []) { Missing = [ZoneFile.Parse("_dmarc.example.com. 3600 IN TXT \"v=DMARC1; p=none\"\n").Records[0]] };

        Assert.Equal(["_dmarc.example.com. 3600 IN TXT \"v=DMARC1; p=none\""], Assert.IsType<Proposal.Ready>(await PlanAsync(policy)).Change.Dns!.Lines);
        _zone.Add("_dmarc.example.com. 300 IN TXT \"v=DMARC1; p=reject\"");
        Assert.IsType<Proposal.AlreadySo>(await PlanAsync(policy));
    }

    public Task<DnsAnswer> AskAsync(IPEndPoint server, DomainName name, DnsRecordType type, CancellationToken cancellationToken)
    {
        var found = Of(name, type).Select(line => ZoneFile.Parse(line + "\n").Records[0]).ToArray();
        return Task.FromResult<DnsAnswer>(found.Length == 0 ? new DnsAnswer.NoData(TimeSpan.Zero) : new DnsAnswer.Found([.. found.Select(record => record.Content)], found[0].TimeToLive));
    }

    public Task<UpdateOutcome> SendAsync(IPEndPoint server, DnsUpdate update, TsigKey key, CancellationToken cancellationToken)
    {
        if (_answer is not null) return Task.FromResult(_answer);
        if (update.Absent.Any(absent => Of(absent.Name, absent.Type).Any())) return Task.FromResult<UpdateOutcome>(new UpdateOutcome.Refused(7));
        foreach (var set in update.Required.GroupBy(record => (record.Owner, record.Type)))
            if (!set.Select(Value).Order().SequenceEqual(Of(set.Key.Owner, set.Key.Type).Select(line => line.Split(' ', 5)[4]).Order())) return Task.FromResult<UpdateOutcome>(new UpdateOutcome.Refused(8));
        foreach (var record in update.Removed) _zone.RemoveAll(line => line.StartsWith($"{record.Owner}. ", StringComparison.Ordinal) && line.EndsWith($" {record.Type} {Value(record)}", StringComparison.Ordinal));
        foreach (var record in update.Added) _zone.Add($"{record.Owner}. {(int)record.TimeToLive.TotalSeconds} IN {record.Type} {Value(record)}");
        return Task.FromResult<UpdateOutcome>(new UpdateOutcome.Made());
    }

    private static string Value(UpdateRecord record) => RecordText.Of(record.Content);

    private IEnumerable<string> Of(DomainName name, DnsRecordType type) => _zone.Where(line => line.StartsWith($"{name}. ", StringComparison.Ordinal) && line.Contains($" IN {type} ", StringComparison.Ordinal));

    private Task<Proposal> PlanAsync(string[] added) => PlanAsync(new ChangeRequest.Dns(Zone, Server, Key, [.. added.Select(line => ZoneFile.Parse(line + "\n").Records[0])], []));

    private Task<Proposal> PlanAsync(ChangeRequest.Dns request) => new ChangePlanner(_host, this, null).PlanAsync(request, TestContext.Current.CancellationToken);
}
