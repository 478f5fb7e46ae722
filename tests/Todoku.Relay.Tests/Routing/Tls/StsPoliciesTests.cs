using Todoku.Authentication.MtaSts;
using Todoku.Dns;
using Todoku.Mail;
using Todoku.Relay.Routing.Tls;
using Todoku.Relay.Tests.Routing.Destinations;
using Todoku.Relay.Tests.State;

namespace Todoku.Relay.Tests.Routing.Tls;

public sealed class StsPoliciesTests
{
    private const string Zone = """
        d.example MX 10 mx.d.example
        mx.d.example A 192.0.2.1
        _mta-sts.d.example TXT "v=STSv1; id=20261101"
        """;

    private static readonly DomainName Domain = DomainName.Parse("d.example");

    private readonly TestPolicies _web = TestPolicies.Of("enforce", "mx.d.example");

    [Fact]
    public async Task A_policy_is_fetched_once_and_kept()
    {
        await using var routing = new TestRouting(Zone, fetcher: _web);

        Assert.Equal("enforce", await ModeAsync(routing));
        routing.Time.Advance(TimeSpan.FromHours(20));
        Assert.Equal("enforce", await ModeAsync(routing));

        Assert.Equal(1, _web.Fetches);
    }

    [Theory]
    [InlineData("_mta-sts.d.example TXT \"v=STSv1; id=\"")]
    [InlineData("_mta-sts.d.example TXT \"v=STSv1; id=with space\"")]
    [InlineData("_mta-sts.d.example TXT \"v=STSv1; id=1\"\n_mta-sts.d.example TXT \"v=STSv1; id=2\"")]
    [InlineData("_mta-sts.d.example TXT \"v=STSv2; id=1\"")]
    [InlineData("_mta-sts.other.example TXT \"v=STSv1; id=1\"")]
    public async Task Without_one_valid_record_nobody_is_asked(string zone)
    {
        await using var routing = new TestRouting(zone, fetcher: _web);

        Assert.Null(await ModeAsync(routing));
        Assert.Equal(0, _web.Fetches);
    }

    [Fact]
    public async Task Mail_waits_a_few_seconds_and_then_goes_without_while_the_fetch_goes_on()
    {
        _web.Hold();
        await using var routing = new TestRouting(Zone, fetcher: _web);
        var asking = routing.Policies!.FindAsync(Domain);
        Assert.False(asking.IsCompleted);

        routing.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(new StsAnswer(null, true), await asking);
        _web.Release();
        await WaitForAsync(() => routing.Policies.Policies.ContainsKey(Domain));
        Assert.Equal("enforce", await ModeAsync(routing));
        Assert.Equal(1, _web.Fetches);
    }

    [Fact]
    public async Task A_destination_that_waits_for_its_policy_is_looked_at_again_soon()
    {
        _web.Hold();
        await using var routing = new TestRouting(Zone, fetcher: _web);
        var asking = routing.ServersAsync("d.example");
        routing.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("opportunistic", (await asking).Hosts[0].TlsReason);
        _web.Release();
        await WaitForAsync(() => routing.Policies!.Policies.ContainsKey(Domain));

        routing.Time.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal("MTA-STS enforce", (await routing.ServersAsync("d.example")).Hosts[0].TlsReason);
    }

    [Fact]
    public async Task A_new_id_has_it_fetched_anew()
    {
        await using var routing = new TestRouting(Zone, fetcher: _web);
        await ModeAsync(routing);
        routing.Zone.Change(Zone.Replace("20261101", "20261102", StringComparison.Ordinal));
        _web.Answer = TestPolicies.Policy("testing", "mx.d.example");

        Assert.Equal("testing", await ModeAsync(routing));
        Assert.Equal(2, _web.Fetches);
    }

    [Theory]
    [InlineData("gone")]
    [InlineData("record")]
    [InlineData("dns")]
    [InlineData("unreadable")]
    public async Task What_was_fetched_holds_whatever_becomes_of_record_and_web_server(string trouble)
    {
        await using var routing = new TestRouting(Zone, fetcher: _web);
        await ModeAsync(routing);
        routing.Zone.Change(trouble == "record" ? "" : Zone.Replace("20261101", "new", StringComparison.Ordinal));
        if (trouble == "dns") routing.Zone.Failures["_mta-sts.d.example TXT"] = DnsFailure.ServerFailure;
        _web.Answer = trouble == "unreadable" ? new PolicyFetch.Fetched("version: STSv9") : new PolicyFetch.BadCertificate("expired");

        routing.Time.Advance(TimeSpan.FromDays(6));
        Assert.Equal("enforce", await ModeAsync(routing));

        // Until its time is over.
        routing.Time.Advance(TimeSpan.FromDays(2));
        Assert.Null(await ModeAsync(routing));
    }

    [Fact]
    public async Task A_fetch_that_failed_is_not_repeated_at_once()
    {
        _web.Answer = new PolicyFetch.Refused("HTTP 404");
        await using var routing = new TestRouting(Zone, fetcher: _web);
        for (var i = 0; i < 5; i++) Assert.Null(await ModeAsync(routing));
        Assert.Equal(1, _web.Fetches);

        routing.Time.Advance(TimeSpan.FromMinutes(16));
        await ModeAsync(routing);

        Assert.Equal(2, _web.Fetches);
    }

    [Fact]
    public async Task Survives_a_restart()
    {
        var state = new MemoryState();
        await using (var before = new TestRouting(Zone, fetcher: _web, state: state)) await ModeAsync(before);
        var dead = new TestPolicies();
        await using var after = new TestRouting(Zone, fetcher: dead, state: state);

        await after.Policies!.LoadAsync();

        Assert.Equal("enforce", await ModeAsync(after));
        Assert.Equal(0, dead.Fetches);
        Assert.Equal(after.Clock.Now.AddDays(7), Assert.Single(state.Rows("mta-sts")).ExpiresAt);
    }

    [Fact]
    public async Task A_policy_too_large_to_keep_holds_until_the_restart()
    {
        var patterns = string.Join(' ', Enumerable.Range(0, 90).Select(i => $"{new string('x', 60)}.{new string('y', 60)}.{new string('z', 60)}.{i}.example"));
        _web.Answer = TestPolicies.Policy("enforce", patterns);
        await using var routing = new TestRouting(Zone, fetcher: _web);

        Assert.Equal("enforce", await ModeAsync(routing));
        Assert.Empty(routing.State.Rows("mta-sts"));
    }

    [Fact]
    public async Task What_grows_old_is_fetched_anew_in_the_background_even_when_its_record_is_suppressed()
    {
        await using var routing = new TestRouting(Zone, fetcher: _web);
        await ModeAsync(routing);
        routing.Policies!.Start();
        routing.Zone.Failures["_mta-sts.d.example TXT"] = DnsFailure.TimedOut;

        for (var i = 0; i < 25; i++) routing.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(2, _web.Fetches);
        Assert.True(routing.Policies.Policies[Domain].ExpiresAt > routing.Clock.Now.AddDays(6));
    }

    [Fact]
    public async Task What_no_mail_asks_for_is_left_to_run_out()
    {
        _web.Answer = TestPolicies.Policy("enforce", "mx.d.example", 31_557_600);
        await using var routing = new TestRouting(Zone, fetcher: _web);
        await ModeAsync(routing);
        for (var i = 0; i < 40; i++)
        {
            routing.Time.Advance(TimeSpan.FromDays(1));
            await routing.Policies!.RefreshAsync();
        }

        Assert.Equal(30, _web.Fetches);
    }

    private static async Task<string?> ModeAsync(TestRouting routing) => (await routing.Policies!.FindAsync(Domain)).Policy?.Mode;

    private static async Task WaitForAsync(Func<bool> condition)
    {
        while (!condition())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
