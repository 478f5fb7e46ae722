using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Checks.Receivers;

namespace Todoku.Diagnosis.Tests.Checks.Receivers;

public sealed class ReceiverRulesTests
{
    private static readonly (string, CheckStatus)[] AllWell =
        [("spf", CheckStatus.Pass), ("dkim", CheckStatus.Pass), ("dmarc", CheckStatus.Pass), ("ptr", CheckStatus.Pass), ("ptr-forward", CheckStatus.Pass), ("return-path-alignment", CheckStatus.Pass)];

    [Fact]
    public void All_points_well_meets_all_rules() =>
        Assert.Equal(["google-met", "yahoo-met", "microsoft-met"], Judge("", AllWell).Select(result => result.Outcome));

    [Theory]
    [InlineData("ptr", CheckStatus.Problem, "google-unmet", CheckStatus.Problem)]
    [InlineData("ptr-forward", CheckStatus.Problem, "google-unmet", CheckStatus.Problem)]
    [InlineData("ptr-generic", CheckStatus.Warning, "google-met", CheckStatus.Pass)]
    [InlineData("ptr", CheckStatus.NotKnown, "google-not-known", CheckStatus.NotKnown)]
    [InlineData("spf", CheckStatus.Problem, "google-bulk-unmet", CheckStatus.Warning)]
    [InlineData("spf-record", CheckStatus.Problem, "google-bulk-unmet", CheckStatus.Warning)]
    [InlineData("spf-helo", CheckStatus.Problem, "google-met", CheckStatus.Pass)]
    [InlineData("dmarc", CheckStatus.Warning, "google-bulk-unmet", CheckStatus.Warning)]
    [InlineData("dmarc-policy", CheckStatus.Warning, "google-met", CheckStatus.Pass)]
    [InlineData("dkim-alignment", CheckStatus.Warning, "google-met", CheckStatus.Pass)]
    [InlineData("dmarc", CheckStatus.Problem, "google-bulk-unmet", CheckStatus.Warning)]
    [InlineData("dkim", CheckStatus.NotKnown, "google-not-known", CheckStatus.NotKnown)]
    [InlineData("dkim-key", CheckStatus.Problem, "google-bulk-unmet", CheckStatus.Warning)]
    [InlineData("return-path-alignment", CheckStatus.Warning, "google-bulk-unmet", CheckStatus.Warning)]
    public void One_point_decides(string point, CheckStatus status, string outcome, CheckStatus expected)
    {
        var others = point is "return-path-alignment" ? AllWell.Concat([("dkim-alignment", CheckStatus.Problem), ("dmarc-alignment", CheckStatus.Warning)]) : AllWell;

        var result = Assert.Single(Judge("google", [.. others.Where(known => known.Item1 != point), (point, status)]));

        Assert.Equal((outcome, expected), (result.Outcome, result.Status));
    }

    [Fact]
    public void Of_several_keys_one_that_is_broken_decides_nothing()
    {
        CheckResult[] results =
        [
            .. AllWell.Where(point => point.Item1 != "dkim").Select(point => new CheckResult(point.Item1, "", point.Item2, "")),
            new("dkim", "", CheckStatus.Pass, "s1"), new("dkim", "", CheckStatus.Pass, "s2"), new("dkim-key", "", CheckStatus.Problem, "s2"), new("dkim-dns", "", CheckStatus.Warning, "example.com"),
        ];

        Assert.Equal("google-not-known", new ReceiverRulesConclusion().Conclude(new CheckWorld("").Context(), results)[0].Outcome);
    }

    [Fact]
    public void Neither_spf_nor_dkim_is_against_the_rules_for_all()
    {
        var result = Assert.Single(Judge("google", [.. AllWell.Skip(2), ("spf", CheckStatus.Problem), ("dkim", CheckStatus.Problem)]));

        Assert.Equal("google-unmet", result.Outcome);
        Assert.Contains(result.Values, value => value is { Name: "names", Value: "SPF/DKIM" });
        Assert.Contains("✗ SPF/DKIM", result.Evidence);
        Assert.Contains("? spam rate < 0.3 %", result.Evidence);
    }

    [Theory]
    [InlineData("none-published")]
    [InlineData("not-signed")]
    public void Mail_that_nothing_signs_does_not_meet_a_rule_that_wants_it(string outcome)
    {
        CheckResult[] results = [.. AllWell.Where(point => point.Item1 != "dkim").Select(point => new CheckResult(point.Item1, "", point.Item2, "")), new("dkim", outcome, CheckStatus.Warning, "")];

        var result = new ReceiverRulesConclusion().Conclude(new CheckWorld("").Context(), results)[0];

        Assert.Equal("google-bulk-unmet", result.Outcome);
        Assert.Contains("✗ DKIM (bulk)", result.Evidence);
    }

    [Fact]
    public void Nothing_known_is_no_fault() => Assert.All(Judge("", []), result => Assert.Equal(CheckStatus.NotKnown, result.Status));

    [Fact]
    public void A_provider_without_rules_is_said() => Assert.Equal("no-rules", Assert.Single(Judge("example", AllWell)).Outcome);

    private static IReadOnlyList<CheckResult> Judge(string provider, params IReadOnlyList<(string Check, CheckStatus Status)> points)
    {
        var world = new CheckWorld("");
        var conclusion = new ReceiverRulesConclusion();
        var context = new CheckWorld("") { Subject = world.Subject with { Provider = provider } }.Context();
        var results = conclusion.Conclude(context, [.. points.Select(point => new CheckResult(point.Check, "x", point.Status, ""))]);
        Assert.All(results, result => Assert.Contains(result.Outcome, conclusion.Outcomes));
        return results;
    }
}
