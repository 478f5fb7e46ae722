using System.Net;
using Microsoft.Extensions.Time.Testing;
using Todoku.Authentication.Spf;

namespace Todoku.Authentication.Tests.Spf;

public sealed class SpfLimitTests
{
    [Theory]
    [InlineData(10, SpfVerdict.Pass)]
    [InlineData(11, SpfVerdict.PermError)]
    public async Task Ten_terms_may_ask_DNS(int terms, SpfVerdict expected)
    {
        var zone = new SpfZone("a.example.com A 192.0.2.9").Add("case.example.com", "TXT", $"v=spf1 {Repeat("a:a.example.com ", terms)}ip4:192.0.2.1 -all");

        var result = await SpfRuleTests.EvaluateAsync(zone, "user@case.example.com");

        Assert.Equal(expected, result.Verdict);
        Assert.Equal(expected == SpfVerdict.PermError, result.Reason is SpfReason.TooManyLookups);
    }

    [Fact]
    public async Task Terms_behind_the_one_that_matched_do_not_count()
    {
        var zone = new SpfZone("").Add("case.example.com", "TXT", $"v=spf1 ip4:192.0.2.1 {Repeat("a:a.example.com ", 20)}-all");

        Assert.Equal(SpfVerdict.Pass, (await SpfRuleTests.EvaluateAsync(zone, "user@case.example.com")).Verdict);
    }

    [Fact]
    public async Task The_terms_of_included_records_count()
    {
        var zone = new SpfZone("""
            case.example.com TXT v=spf1 include:one.example.com include:one.example.com ip4:192.0.2.1 -all
            one.example.com TXT v=spf1 a:a.example.com a:a.example.com a:a.example.com a:a.example.com
            a.example.com A 192.0.2.9
            """);

        var result = await SpfRuleTests.EvaluateAsync(zone, "user@case.example.com");

        Assert.Equal((SpfVerdict.Pass, 10), (result.Verdict, result.Lookups));
    }

    [Theory]
    [InlineData("v=spf1 include:case.example.com")]
    [InlineData("v=spf1 redirect=case.example.com")]
    [InlineData("v=spf1 include:%{d}")]
    [InlineData("v=spf1 exists:gone.%{d} redirect=x.%{d}")]
    public async Task A_circle_ends(string record)
    {
        var zone = new SpfZone("").Add("case.example.com", "TXT", record);
        for (var name = "x.case.example.com"; name.Length < 60; name = $"x.{name}") zone.Add(name, "TXT", record);

        var result = await SpfRuleTests.EvaluateAsync(zone, "user@case.example.com");

        Assert.Equal(SpfVerdict.PermError, result.Verdict);
        Assert.InRange(zone.Questions.Count, 1, 30);
    }

    [Theory]
    [InlineData("v=spf1 a:v1.example.com a:v2.example.com ?all", SpfVerdict.Neutral)]
    [InlineData("v=spf1 a:v1.example.com a:v2.example.com a:v3.example.com ?all", SpfVerdict.PermError)]
    [InlineData("v=spf1 exists:v1.example.com mx:v2.example.com ptr ?all", SpfVerdict.PermError)]
    [InlineData("v=spf1 a:v1.example.com ip4:192.0.2.1 a:v2.example.com a:v3.example.com ?all", SpfVerdict.Pass)]
    [InlineData("v=spf1 mx:hosts.example.com ?all", SpfVerdict.PermError)]
    [InlineData("v=spf1 a:x..example.com a:y..example.com a:z..example.com ?all", SpfVerdict.Neutral)]
    public async Task Two_questions_may_come_to_nothing(string record, SpfVerdict expected)
    {
        var zone = new SpfZone("""
            hosts.example.com MX 1 v1.example.com
            hosts.example.com MX 2 v2.example.com
            hosts.example.com MX 3 v3.example.com
            v3.example.com TXT here but without addresses
            """).Add("case.example.com", "TXT", record);

        var result = await SpfRuleTests.EvaluateAsync(zone, "user@case.example.com");

        Assert.Equal(expected, result.Verdict);
        Assert.Equal(expected == SpfVerdict.PermError, result.Reason is SpfReason.TooManyVoidLookups);
    }

    [Theory]
    [InlineData(10, SpfVerdict.Pass)]
    [InlineData(11, SpfVerdict.PermError)]
    public async Task A_domain_may_have_ten_mail_exchangers(int count, SpfVerdict expected)
    {
        // The first matches, which doesn't help.
        var zone = new SpfZone("case.example.com TXT v=spf1 mx -all");
        for (var i = 0; i < count; i++) zone.Add("case.example.com", "MX", $"{i} mx{i}.example.com").Add($"mx{i}.example.com", "A", $"192.0.2.{i + 1}");

        var result = await SpfRuleTests.EvaluateAsync(zone, "user@case.example.com");

        Assert.Equal(expected, result.Verdict);
    }

    [Fact]
    public async Task Ten_names_of_the_client_are_looked_at()
    {
        var zone = new SpfZone("case.example.com TXT v=spf1 ptr:example.org ?all");
        for (var i = 0; i < 10; i++) zone.Add("1.2.0.192.in-addr.arpa", "PTR", $"no{i}.example.net").Add($"no{i}.example.net", "A", "192.0.2.1");
        zone.Add("1.2.0.192.in-addr.arpa", "PTR", "yes.example.org").Add("yes.example.org", "A", "192.0.2.1");

        Assert.Equal(SpfVerdict.Neutral, (await SpfRuleTests.EvaluateAsync(zone, "user@case.example.com")).Verdict);
    }

    [Fact]
    public async Task Trouble_with_the_names_of_the_client_is_not_held_against_the_domain()
    {
        var zone = new SpfZone("""
            case.example.com TXT v=spf1 ptr:example.org -all
            1.2.0.192.in-addr.arpa PTR down.example.org
            1.2.0.192.in-addr.arpa PTR loop.example.org
            1.2.0.192.in-addr.arpa PTR gone1.example.org
            1.2.0.192.in-addr.arpa PTR gone2.example.org
            1.2.0.192.in-addr.arpa PTR gone3.example.org
            1.2.0.192.in-addr.arpa PTR good.EXAMPLE.org
            down.example.org ERROR ServerFailure
            loop.example.org CNAME loop.example.org
            good.example.org A 192.0.2.1
            """);

        Assert.Equal(SpfVerdict.Pass, (await SpfRuleTests.EvaluateAsync(zone, "user@case.example.com")).Verdict);
    }

    [Fact]
    public async Task A_failing_PTR_question_matches_nothing()
    {
        var zone = new SpfZone("case.example.com TXT v=spf1 ptr -all\n1.2.0.192.in-addr.arpa ERROR ServerFailure");

        Assert.Equal(SpfVerdict.Fail, (await SpfRuleTests.EvaluateAsync(zone, "user@case.example.com")).Verdict);
    }

    [Theory]
    [InlineData("a:silent.example.com -all")]
    [InlineData("include:silent.example.com -all")]
    [InlineData("ptr -all")]
    [InlineData("exists:%{p}.example.com +all")]
    public async Task A_check_ends_after_its_time(string terms)
    {
        var time = new FakeTimeProvider();
        var zone = new SpfZone("silent.example.com ERROR never\n1.2.0.192.in-addr.arpa ERROR never").Add("case.example.com", "TXT", $"v=spf1 {terms}");
        var request = new SpfRequest { Ip = IPAddress.Parse("192.0.2.1"), Sender = "user@case.example.com" };

        var checking = new SpfEvaluator(time).EvaluateAsync(request, zone, CancellationToken.None).AsTask();
        time.Advance(SpfLimits.Time - TimeSpan.FromTicks(1));
        Assert.False(checking.IsCompleted);
        time.Advance(TimeSpan.FromTicks(1));
        var result = await checking;

        Assert.Equal(SpfVerdict.TempError, result.Verdict);
        Assert.IsType<SpfReason.TimeIsUp>(result.Reason);
    }

    [Fact]
    public async Task The_names_of_the_client_are_asked_for_at_once()
    {
        var zone = new SpfZone("case.example.com TXT v=spf1 ptr -all");
        for (var i = 0; i < 10; i++) zone.Add("1.2.0.192.in-addr.arpa", "PTR", $"n{i}.example.net").Add($"n{i}.example.net", "ERROR", "never");
        using var giveUp = new CancellationTokenSource();
        var request = new SpfRequest { Ip = IPAddress.Parse("192.0.2.1"), Sender = "user@case.example.com" };

        var checking = new SpfEvaluator(new FakeTimeProvider()).EvaluateAsync(request, zone, giveUp.Token).AsTask();

        Assert.Equal(12, zone.Questions.Count);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => checking);
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_told_so()
    {
        var zone = new SpfZone("case.example.com ERROR never");
        using var giveUp = new CancellationTokenSource();
        var request = new SpfRequest { Ip = IPAddress.Parse("192.0.2.1"), Sender = "user@case.example.com" };

        var checking = new SpfEvaluator(new FakeTimeProvider()).EvaluateAsync(request, zone, giveUp.Token).AsTask();
        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => checking);
    }

    [Fact]
    public async Task Huge_records_and_identities_are_answered()
    {
        var zone = new SpfZone("").Add("big.example.com", "TXT", "v=spf1 " + Repeat("ip4:192.0.2.9 ", 4600) + "ip4:192.0.2.1")
            .Add("macros.example.com", "TXT", $"v=spf1 exists:{Repeat("%{s}", 16_000)} -all exp=text.example.com")
            .Add("text.example.com", "TXT", Repeat("%{s}", 16_000));

        var big = await SpfRuleTests.EvaluateAsync(zone, "user@big.example.com");
        var macros = await SpfRuleTests.EvaluateAsync(zone, "user@macros.example.com");
        var longSender = await SpfRuleTests.EvaluateAsync(zone, new string('x', 100_000) + "@big.example.com", new string('h', 100_000));

        Assert.Equal((SpfVerdict.Pass, SpfLimits.Steps), (big.Verdict, big.Steps.Count));
        Assert.Equal((SpfVerdict.Fail, null), (macros.Verdict, macros.Explanation));
        Assert.Equal(SpfVerdict.None, longSender.Verdict);
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
