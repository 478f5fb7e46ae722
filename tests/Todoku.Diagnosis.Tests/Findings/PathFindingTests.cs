using System.Text;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Tests.Findings;

/// <summary>What a relay's log says of its paths.</summary>
public sealed class PathFindingTests
{
    private readonly MailScript _script = new();

    [Fact]
    public void A_path_goes_from_suspended_over_opening_to_open_again()
    {
        _script.Delivered("09:00");
        Change("10:00", PathChangeKind.Suspended, refusals: 1, until: "11:00");
        Change("11:00", PathChangeKind.Suspended, refusals: 2, until: "13:00");
        var suspended = Assert.Single(_script.Conclude().Findings);
        Change("13:00", PathChangeKind.Opening);
        var opening = Assert.Single(_script.Conclude().Findings);
        Change("14:00", PathChangeKind.Opened);
        var open = Assert.Single(_script.Conclude().Findings);

        Assert.Equal(["google path-suspended", "google path-opening", "google path-reopened past"], new[] { suspended, opening, open }.Select(MailScript.Short));
        Assert.Equal((2, Cause.IpReputation, Fault.Network), (suspended.Count, suspended.Cause, suspended.Fault));
        Assert.All(new[] { suspended, opening, open }, one => Assert.Equal(MailScript.Ticks("10:00"), one.Since.Ticks));
        Assert.Contains(new ReplyValue("until", "2026-05-16 13:00 UTC"), suspended.Values);
        Assert.Equal(("10:00 Suspended", "14:00 Opened"), (open.Evidence[0], open.Evidence[^1]));
        Assert.Equal(Verdict.NothingToDo, _script.Conclude().Verdict);
    }

    [Fact]
    public void A_new_block_begins_anew()
    {
        Change("10:00", PathChangeKind.Suspended, refusals: 3);
        Change("12:00", PathChangeKind.Opened);
        Change("15:00", PathChangeKind.Suspended, refusals: 1);

        var finding = Assert.Single(_script.Conclude().Findings);

        Assert.Equal((MailScript.Ticks("15:00"), 1), (finding.Since.Ticks, finding.Count));
    }

    [Fact]
    public void When_no_path_is_open_somebody_must_act_until_one_is()
    {
        _script.Delivered("09:00");
        Change("10:00", PathChangeKind.Suspended);
        Change("10:05", PathChangeKind.Exhausted, path: "", until: "10:35");
        var result = _script.Conclude();
        Assert.Equal((Verdict.ActionNeeded, "google no-path-open", Cause.IpReputation), (result.Verdict, MailScript.Short(result.Findings[0]), result.Findings[0].Cause));

        Change("11:00", PathChangeKind.Opening);
        Assert.Equal(["google path-opening"], _script.Conclude().Findings.Select(MailScript.Short));
    }

    [Fact]
    public void Paths_of_two_relays_that_have_one_name_are_two()
    {
        Change("10:00", PathChangeKind.Suspended, host: "relay1");
        Change("10:10", PathChangeKind.Suspended, host: "relay2");
        Change("11:00", PathChangeKind.Opened, host: "relay2");

        Assert.Equal(["relay1 google path-suspended", "relay2 google path-reopened past"], _script.Conclude().Findings.Select(one => $"{one.Identity.Host} {MailScript.Short(one)}").Order());
    }

    [Fact]
    public void Without_a_refusal_it_is_the_configuration_that_leaves_no_path()
    {
        Change("10:05", PathChangeKind.Exhausted, path: "", until: "10:35");

        var result = _script.Conclude();

        Assert.Equal((Verdict.ActionNeeded, Cause.LocalConfig, Fault.Sender), (result.Verdict, result.Findings[0].Cause, result.Findings[0].Fault));
    }

    [Fact]
    public void A_path_that_is_shut_for_everybody_is_nobody_s_alone_and_strangers_names_are_bounded()
    {
        Change("10:00", PathChangeKind.Suspended, provider: "");
        Assert.Null(Assert.Single(_script.Conclude().Findings).Provider);

        for (var i = 0; i < 1000; i++) Change("10:01", PathChangeKind.Suspended, provider: $"p{i}.example");
        Assert.Equal(256, _script.Conclude().Findings.Count);
    }

    private void Change(string time, PathChangeKind kind, string path = "main", string provider = "google", int refusals = 1, string? until = null, string host = "relay1") => _script.Analyzer.PathChanged(new PathChange
    {
        UtcTicks = MailScript.Ticks(time),
        Kind = kind,
        Host = Encoding.UTF8.GetBytes(host),
        Path = Encoding.UTF8.GetBytes(path),
        Provider = Encoding.UTF8.GetBytes(provider),
        Cause = kind == PathChangeKind.Suspended ? "ip-reputation"u8 : default,
        UntilTicks = until is null ? 0 : MailScript.Ticks(until),
        Refusals = refusals,
        Line = Encoding.UTF8.GetBytes($"{time} {kind}"),
    });
}
