using Todoku.Authentication.Dmarc;
using Todoku.Authentication.Dmarc.Discovery;
using Todoku.Authentication.Dmarc.Records;
using Todoku.Dns;

namespace Todoku.Authentication.Tests.Dmarc;

public sealed class DmarcEvaluatorTests
{
    [Fact]
    public async Task Walks_the_names_of_RFC_9989_B_4_2()
    {
        var zone = new DmarcZone().With("example.com", "v=DMARC1; p=reject");

        var result = await zone.EvaluateAsync("u@a.b.c.d.e.f.g.h.i.j.k.example.com");

        Assert.Equal(
            [
                "_dmarc.a.b.c.d.e.f.g.h.i.j.k.example.com TXT", "_dmarc.g.h.i.j.k.example.com TXT", "_dmarc.h.i.j.k.example.com TXT",
                "_dmarc.i.j.k.example.com TXT", "_dmarc.j.k.example.com TXT", "_dmarc.k.example.com TXT", "_dmarc.example.com TXT", "_dmarc.com TXT",
            ],
            zone.Asked);
        Assert.Equal((DmarcVerdict.Fail, DmarcReason.NothingAuthenticated), (result.Verdict, result.Reason));
        Assert.Equal("example.com", result.Discovery!.Organization.Domain!.ToString());
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(100)]
    public async Task Never_asks_for_more_than_8_names(int labels)
    {
        var zone = new DmarcZone();

        await zone.EvaluateAsync("u@" + string.Join('.', Enumerable.Range(0, labels).Select(_ => "a")), "dkim=pass:b.a");

        Assert.InRange(zone.Asked.Count, 7, 8);
    }

    [Theory]
    // The record of the author's own domain, p alone.
    [InlineData("example.com: v=DMARC1; p=reject; sp=none; np=none", "u@example.com", "reject", "p")]
    [InlineData("sub.example.com: v=DMARC1; p=none; sp=reject | example.com: v=DMARC1; p=reject", "u@sub.example.com", "none", "p")]
    // A subdomain of the organisational domain.
    [InlineData("example.com: v=DMARC1; p=reject; sp=quarantine; np=none | +sub.example.com", "u@sub.example.com", "quarantine", "sp")]
    [InlineData("example.com: v=DMARC1; p=reject; sp=quarantine; np=none", "u@sub.example.com", "none", "np")]
    [InlineData("example.com: v=DMARC1; p=none; np=reject | +a.sub.example.com", "u@sub.example.com", "none", "p")]
    [InlineData("example.com: v=DMARC1; p=none; np=reject", "u@sub.example.com", "reject", "np")]
    [InlineData("example.com: v=DMARC1; p=reject", "u@a.b.example.com", "reject", "p")]
    // What stands between counts for nothing, unless it says psd=n.
    [InlineData("b.example.com: v=DMARC1; p=none | example.com: v=DMARC1; p=reject; sp=quarantine", "u@a.b.example.com", "quarantine", "sp")]
    [InlineData("b.example.com: v=DMARC1; p=none; psd=n | example.com: v=DMARC1; p=reject", "u@a.b.example.com", "none", "p")]
    // The public suffix domain, only where the organisational domain has no record.
    [InlineData("gov.example: v=DMARC1; p=none; sp=quarantine; np=reject; psd=y | +dept.gov.example", "u@dept.gov.example", "quarantine", "sp")]
    [InlineData("gov.example: v=DMARC1; p=none; sp=quarantine; np=reject; psd=y", "u@a.ghost.gov.example", "reject", "np")]
    [InlineData("gov.example: v=DMARC1; p=reject; psd=y | dept.gov.example: v=DMARC1; p=none; sp=quarantine", "u@a.dept.gov.example", "quarantine", "sp")]
    [InlineData("gov.example: v=DMARC1; p=reject; psd=y | a.dept.gov.example: v=DMARC1; p=none | +b.a.dept.gov.example", "u@b.a.dept.gov.example", "reject", "p")]
    // t=y is one step milder.
    [InlineData("example.com: v=DMARC1; p=reject; t=y", "u@example.com", "quarantine", "p")]
    [InlineData("example.com: v=DMARC1; p=quarantine; t=y", "u@example.com", "none", "p")]
    [InlineData("example.com: v=DMARC1; p=none; t=y", "u@example.com", "none", "p")]
    [InlineData("example.com: v=DMARC1; p=none; sp=reject; t=Y | +sub.example.com", "u@sub.example.com", "quarantine", "sp")]
    // Nothing to be read, but a report address.
    [InlineData("example.com: v=DMARC1; rua=mailto:a@example.com", "u@example.com", "none", "")]
    [InlineData("example.com: v=DMARC1; p=reject; sp=bogus; rua=mailto:a@example.com", "u@sub.example.com", "none", "")]
    public async Task The_policy_comes_from_the_right_tag(string zone, string from, string policy, string tag)
    {
        var result = await Zone(zone).EvaluateAsync(from);

        Assert.Equal(DmarcVerdict.Fail, result.Verdict);
        Assert.Equal((policy, tag), (result.Policy!.Applied.Word, result.Policy.Tag));
    }

    [Theory]
    [InlineData("example.com: v=DMARC1; p=reject", "u@example.com", "spf=pass:example.com", AlignmentOutcome.Identical)]
    [InlineData("example.com: v=DMARC1; p=reject", "u@example.com", "dkim=PASS:EXAMPLE.com.", AlignmentOutcome.Identical)]
    [InlineData("example.com: v=DMARC1; p=reject", "u@example.com", "spf=pass:mail.example.com", AlignmentOutcome.SameOrganization)]
    [InlineData("example.com: v=DMARC1; p=reject", "u@a.example.com", "dkim=pass:b.example.com", AlignmentOutcome.SameOrganization)]
    [InlineData("example.com: v=DMARC1; p=reject", "u@example.com", "spf=softfail:example.com", AlignmentOutcome.NotAuthenticated)]
    [InlineData("example.com: v=DMARC1; p=reject", "u@example.com", "spf=pass:", AlignmentOutcome.NotADomain)]
    [InlineData("example.com: v=DMARC1; p=reject; aspf=s", "u@example.com", "spf=pass:mail.example.com", AlignmentOutcome.StrictAndDifferent)]
    [InlineData("example.com: v=DMARC1; p=reject; adkim=S", "u@example.com", "dkim=pass:mail.example.com", AlignmentOutcome.StrictAndDifferent)]
    [InlineData("example.com: v=DMARC1; p=reject; adkim=s", "u@example.com", "spf=pass:mail.example.com", AlignmentOutcome.SameOrganization)]
    [InlineData("example.com: v=DMARC1; p=reject", "u@example.com", "dkim=pass:example.net", AlignmentOutcome.OutsideOrganization)]
    [InlineData("example.com: v=DMARC1; p=reject", "u@example.com", "dkim=pass:badexample.com", AlignmentOutcome.OutsideOrganization)]
    [InlineData("example.com: v=DMARC1; p=reject", "u@example.com", "dkim=pass:com", AlignmentOutcome.OutsideOrganization)]
    // A record at the author's domain alone is its organisational domain: the parent has another one.
    [InlineData("mail.example.com: v=DMARC1; p=reject", "u@mail.example.com", "spf=pass:example.com", AlignmentOutcome.OutsideOrganization)]
    [InlineData("mail.example.com: v=DMARC1; p=reject", "u@mail.example.com", "spf=pass:a.mail.example.com", AlignmentOutcome.SameOrganization)]
    // psd cuts off on both sides.
    [InlineData("d.example.com: v=DMARC1; p=reject; psd=n | example.com: v=DMARC1; p=none", "u@d.example.com", "spf=pass:example.com", AlignmentOutcome.OutsideOrganization)]
    [InlineData("d.example.com: v=DMARC1; p=reject; psd=n | example.com: v=DMARC1; p=none", "u@example.com", "spf=pass:x.d.example.com", AlignmentOutcome.OwnOrganization)]
    [InlineData("bank.example: v=DMARC1; p=reject; psd=y", "u@bank.example", "spf=pass:mail.bank.example", AlignmentOutcome.OwnOrganization)]
    [InlineData("bank.example: v=DMARC1; p=reject; psd=y", "u@bank.example", "spf=pass:bank.example", AlignmentOutcome.Identical)]
    [InlineData("bank.example: v=DMARC1; p=reject; psd=y", "u@giant.bank.example", "spf=pass:mail.giant.bank.example", AlignmentOutcome.SameOrganization)]
    [InlineData("bank.example: v=DMARC1; p=reject; psd=y", "u@giant.bank.example", "spf=pass:mail.mega.bank.example", AlignmentOutcome.OutsideOrganization)]
    [InlineData("xn--bcher-kva.example: v=DMARC1; p=reject", "u@bücher.example", "dkim=pass:xn--bcher-kva.example", AlignmentOutcome.Identical)]
    public async Task Every_identifier_is_judged_for_its_reason(string zone, string from, string identifier, AlignmentOutcome outcome)
    {
        var result = await Zone(zone).EvaluateAsync(from, identifier);

        Assert.Equal(outcome, Assert.Single(result.Alignments).Outcome);
        Assert.Equal(result.Alignments[0].IsAligned ? DmarcVerdict.Pass : DmarcVerdict.Fail, result.Verdict);
    }

    [Theory]
    [InlineData("", DmarcReason.NoRecord)]
    [InlineData("example.com: p=reject", DmarcReason.NoRecord)]
    [InlineData("example.com: v=DMARC1; p=reject | example.com: v=DMARC1; p=none", DmarcReason.NoRecord)]
    [InlineData("example.com: v=DMARC1; p=bogus", DmarcReason.UnusableRecord)]
    [InlineData("example.com: v=DMARC1; p=reject; sp=bogus", DmarcReason.UnusableRecord)]
    [InlineData("example.com: v=DMARC1", DmarcReason.UnusableRecord)]
    public async Task Without_a_usable_record_DMARC_does_not_apply(string zone, DmarcReason reason)
    {
        var result = await Zone(zone).EvaluateAsync("u@example.com", "spf=pass:example.com");

        Assert.Equal((DmarcVerdict.None, reason), (result.Verdict, result.Reason));
        Assert.Null(result.Policy);
    }

    [Fact]
    public async Task Copies_of_one_record_are_one_record() =>
        Assert.Equal(DmarcVerdict.Fail, (await Zone("example.com: v=DMARC1; p=none | example.com: v=DMARC1; p=none").EvaluateAsync("u@example.com")).Verdict);

    [Theory]
    [InlineData("")]
    [InlineData("a@x.example, b@y.example")]
    [InlineData("u@exam ple.com")]
    [InlineData("u@[192.0.2.1]")]
    public async Task Without_one_author_domain_nothing_is_asked(string from)
    {
        var zone = new DmarcZone();

        var result = await zone.EvaluateAsync(from, "spf=pass:x.example");

        Assert.Equal((DmarcVerdict.None, DmarcReason.NoAuthorDomain), (result.Verdict, result.Reason));
        Assert.Empty(zone.Asked);
    }

    [Theory]
    // The query for the author's record, or one on the way to the organisational domain, fails.
    [InlineData("example.com: v=DMARC1; p=reject | !_dmarc.mail.example.com", "u@mail.example.com", "spf=pass:mail.example.com", DmarcReason.RecordLookupFailed)]
    [InlineData("example.com: v=DMARC1; p=reject | !_dmarc.mail.example.com", "u@a.mail.example.com", "", DmarcReason.RecordLookupFailed)]
    // The author's record is there, but not what would tell the organisational domains.
    [InlineData("a.example.com: v=DMARC1; p=reject | !_dmarc.example.com", "u@a.example.com", "spf=pass:b.example.com", DmarcReason.AlignmentLookupFailed)]
    [InlineData("example.com: v=DMARC1; p=reject | !_dmarc.mail.example.com", "u@example.com", "spf=pass:mail.example.com", DmarcReason.AlignmentLookupFailed)]
    [InlineData("example.com: v=DMARC1; p=none; np=reject | !ghost.example.com", "u@ghost.example.com", "", DmarcReason.ExistenceLookupFailed)]
    public async Task A_needed_query_that_fails_leaves_it_open(string zone, string from, string identifier, DmarcReason reason)
    {
        var result = await Zone(zone).EvaluateAsync(from, identifier.Length > 0 ? [identifier] : []);

        Assert.Equal((DmarcVerdict.TempError, reason), (result.Verdict, result.Reason));
    }

    [Theory]
    [InlineData("spf=temperror:mail.example.com", DmarcVerdict.TempError)]
    [InlineData("dkim=temperror:example.com", DmarcVerdict.TempError)]
    [InlineData("dkim=temperror:example.net", DmarcVerdict.Fail)]
    [InlineData("spf=permerror:example.com", DmarcVerdict.Fail)]
    [InlineData("spf=temperror:example.com dkim=pass:example.com", DmarcVerdict.Pass)]
    [InlineData("spf=temperror:example.com dkim=fail:example.com", DmarcVerdict.TempError)]
    public async Task An_error_of_SPF_or_DKIM_leaves_it_open_where_it_would_align(string identifiers, DmarcVerdict verdict) =>
        Assert.Equal(verdict, (await Zone("example.com: v=DMARC1; p=reject").EvaluateAsync("u@example.com", identifiers.Split(' '))).Verdict);

    [Theory]
    [InlineData("a.example.com: v=DMARC1; p=reject | !_dmarc.example.com", "u@a.example.com", "spf=pass:a.example.com", DmarcVerdict.Pass)]
    [InlineData("a.example.com: v=DMARC1; p=reject; aspf=s | !_dmarc.example.com", "u@a.example.com", "spf=pass:b.example.com", DmarcVerdict.Fail)]
    [InlineData("a.example.com: v=DMARC1; p=reject | !_dmarc.example.com", "u@a.example.com", "spf=pass:b.example.net", DmarcVerdict.Fail)]
    [InlineData("a.example.com: v=DMARC1; p=reject | !_dmarc.example.com", "u@a.example.com", "spf=fail:a.example.com", DmarcVerdict.Fail)]
    [InlineData("example.com: v=DMARC1; p=none; np=reject | !ghost.example.com", "u@ghost.example.com", "spf=pass:example.com", DmarcVerdict.Pass)]
    [InlineData("example.com: v=DMARC1; p=reject; np=reject | !ghost.example.com", "u@ghost.example.com", "spf=fail:example.com", DmarcVerdict.Fail)]
    public async Task A_query_that_decides_nothing_may_fail(string zone, string from, string identifier, DmarcVerdict verdict) =>
        Assert.Equal(verdict, (await Zone(zone).EvaluateAsync(from, identifier)).Verdict);

    [Theory]
    [InlineData("example.co.jp: v=DMARC1; p=reject; sp=none", "u@a.b.example.co.jp", "spf=pass:c.example.co.jp", DmarcVerdict.Pass, "none")]
    [InlineData("example.co.jp: v=DMARC1; p=reject", "u@example.co.jp", "spf=pass:other.co.jp", DmarcVerdict.Fail, "reject")]
    [InlineData("b.example.com: v=DMARC1; p=reject", "u@a.b.example.com", "", DmarcVerdict.None, null)]
    [InlineData("com: v=DMARC1; p=reject; psd=y", "u@example.com", "", DmarcVerdict.None, null)]
    [InlineData("mail.example.com: v=DMARC1; p=reject", "u@mail.example.com", "spf=pass:example.com", DmarcVerdict.Pass, "reject")]
    [InlineData("example.com: v=DMARC1; p=reject; np=none; t=y", "u@ghost.example.com", "", DmarcVerdict.Fail, "reject")]
    [InlineData("d.example.com: v=DMARC1; p=reject; psd=n", "u@d.example.com", "dkim=pass:example.com", DmarcVerdict.Pass, "reject")]
    [InlineData("m.example.com: v=DMARC1; p=none | m.example.com: v=DMARC1; p=reject | example.com: v=DMARC1; p=reject", "u@m.example.com", "", DmarcVerdict.None, null)]
    [InlineData("example.com: v=DMARC1; p=reject | !_dmarc.m.example.com", "u@m.example.com", "", DmarcVerdict.TempError, null)]
    [InlineData("example.com: v=DMARC1; sp=none; p=reject", "u@example.com", "", DmarcVerdict.None, null)]
    public async Task By_RFC_7489_the_list_decides(string zone, string from, string identifier, DmarcVerdict verdict, string? policy)
    {
        var result = await Zone(zone).EvaluateOldAsync(from, identifier.Length > 0 ? [identifier] : []);

        Assert.Equal((verdict, policy), (result.Verdict, result.Policy?.Applied.Word));
        Assert.All(result.Discovery!.Queries, query => Assert.InRange(query.Domain.LabelCount, 2, 5));
    }

    [Fact]
    public async Task Nobody_lets_it_ask_without_end()
    {
        var zone = Zone("example.com: v=DMARC1; p=reject");
        var identifiers = Enumerable.Range(0, 500).Select(i => $"dkim=pass:a.b.c.d.e.f.g.h{i}.example.com").ToArray();

        var result = await zone.EvaluateAsync("u@example.com", identifiers);

        Assert.Equal(DmarcVerdict.Pass, result.Verdict);
        Assert.Equal(Alignment.MaxWalks, result.Alignments.Count(alignment => alignment.IsAligned));
        Assert.InRange(zone.Asked.Count, 1, (Alignment.MaxWalks + 1) * TreeWalk.MaxQueries);
    }

    [Fact]
    public async Task A_DNS_server_that_is_silent_is_not_asked_on_and_on()
    {
        var zone = Zone("example.com: v=DMARC1; p=reject");
        for (var i = 0; i < 50; i++) zone.Fails($"_dmarc.h{i}.example.com", DnsFailure.TimedOut);

        var result = await zone.EvaluateAsync("u@example.com", [.. Enumerable.Range(0, 50).Select(i => $"dkim=pass:h{i}.example.com")]);

        Assert.Equal(DmarcVerdict.TempError, result.Verdict);
        Assert.Equal(2 + Alignment.MaxFailedWalks, zone.Asked.Count);
    }

    [Fact]
    public async Task A_name_that_leaves_no_room_for_the_label_has_no_record()
    {
        var longest = string.Join('.', Enumerable.Repeat(new string('a', 61), 4)) + ".b.c";

        Assert.Equal(DmarcReason.NoRecord, (await new DmarcZone().EvaluateAsync($"u@{longest}")).Reason);
    }

    // "domain: record | domain: record | +name that exists | !name that fails"
    private static DmarcZone Zone(string text)
    {
        var zone = new DmarcZone();
        foreach (var line in text.Split(" | ", StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == '+') zone.Exists(line[1..]);
            else if (line[0] == '!') zone.Fails(line[1..]);
            else zone.With(line[..line.IndexOf(": ", StringComparison.Ordinal)], line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
        }
        return zone;
    }
}
