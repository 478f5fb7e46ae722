using Todoku.Mail;
using Todoku.Relay.Routing.Tls;
using Todoku.Relay.Tests.Routing.Destinations;
using Todoku.Relay.Tests.State;
using Todoku.Smtp.Client.Tls;

namespace Todoku.Relay.Tests.Routing.Tls;

public sealed class TlsMemoryTests
{
    private const string Zone = """
        d.example MX 10 mx1.d.example
        d.example MX 20 mx2.d.example
        mx1.d.example A 192.0.2.1
        mx2.d.example A 192.0.2.2
        """;

    private const string MovedZone = "d.example MX 10 mx.new.example\nmx.new.example A 192.0.2.3";

    private static readonly DomainName Domain = DomainName.Parse("d.example");
    private static readonly DomainName Server = DomainName.Parse("mx1.d.example");

    [Fact]
    public async Task Tls_that_was_seen_is_asked_for_of_all_servers_of_the_domain_at_once()
    {
        await using var routing = new TestRouting(Zone);
        Assert.Equal("opportunistic,opportunistic", await ReasonsAsync(routing));

        See(routing);

        Assert.Equal("TLSv1.3 seen 2026-11-02,TLSv1.3 seen 2026-11-02", await ReasonsAsync(routing));
        Assert.All((await routing.ServersAsync("d.example")).Hosts, host => Assert.IsType<TlsRequirement.Encrypted>(host.Tls));
    }

    [Fact]
    public async Task A_session_without_tls_lowers_nothing()
    {
        await using var routing = new TestRouting(Zone);
        See(routing);

        routing.Memory.Seen(Domain, Server, null);

        Assert.IsType<TlsRequirement.Encrypted>((await routing.ServersAsync("d.example")).Hosts[0].Tls);
    }

    [Fact]
    public async Task Survives_a_restart_and_is_written_once_a_day()
    {
        var state = new MemoryState();
        await using (var before = new TestRouting(Zone, state: state))
        {
            for (var i = 0; i < 1000; i++) See(before);
            before.Time.Advance(TimeSpan.FromSeconds(2));
            Assert.Equal(1, state.Puts);
        }
        await using var after = new TestRouting(Zone, state: state);

        await after.Memory.LoadAsync();

        Assert.IsType<TlsRequirement.Encrypted>((await after.ServersAsync("d.example")).Hosts[0].Tls);
        Assert.Equal(after.Clock.Now + TlsMemory.Kept, Assert.Single(state.Rows("tls")).ExpiresAt);
    }

    [Fact]
    public async Task What_the_stop_finds_unwritten_is_written()
    {
        var state = new MemoryState();
        await using (var routing = new TestRouting(Zone, state: state)) See(routing);

        Assert.Single(state.Rows("tls"));
    }

    [Fact]
    public async Task A_full_disk_loses_nothing()
    {
        await using var routing = new TestRouting(Zone);
        routing.State.IsFull = true;
        See(routing);
        routing.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.IsType<TlsRequirement.Encrypted>((await routing.ServersAsync("d.example")).Hosts[0].Tls);

        routing.State.IsFull = false;
        routing.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Single(routing.State.Rows("tls"));
    }

    [Fact]
    public async Task Tls_that_is_not_seen_again_is_forgotten_in_the_end()
    {
        await using var routing = new TestRouting(Zone);
        See(routing);

        routing.Time.Advance(TlsMemory.Kept - TimeSpan.FromHours(2));
        Assert.IsType<TlsRequirement.Encrypted>((await routing.ServersAsync("d.example")).Hosts[0].Tls);

        routing.Time.Advance(TimeSpan.FromHours(3));
        Assert.IsType<TlsRequirement.Opportunistic>((await routing.ServersAsync("d.example")).Hosts[0].Tls);
        routing.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Empty(routing.State.Rows("tls"));
    }

    [Fact]
    public async Task Tls_that_is_seen_again_is_kept_on()
    {
        await using var routing = new TestRouting(Zone);
        for (var i = 0; i < 10; i++)
        {
            See(routing);
            routing.Time.Advance(TimeSpan.FromDays(30));
        }

        Assert.IsType<TlsRequirement.Encrypted>((await routing.ServersAsync("d.example")).Hosts[0].Tls);
        Assert.Equal(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero), routing.Memory.Domains[Domain].Since);
    }

    [Fact]
    public async Task A_domain_that_moved_is_asked_for_tls_for_some_days_and_its_end_is_told()
    {
        await using var routing = new TestRouting(Zone);
        See(routing);
        routing.Zone.Change(MovedZone);
        routing.Time.Advance(TimeSpan.FromHours(2));
        Assert.IsType<TlsRequirement.Encrypted>((await routing.ServersAsync("d.example")).Hosts[0].Tls);

        routing.Time.Advance(TlsMemory.Moved - TimeSpan.FromHours(1));
        Assert.IsType<TlsRequirement.Encrypted>((await routing.ServersAsync("d.example")).Hosts[0].Tls);
        Assert.Empty(routing.Said);

        routing.Time.Advance(TimeSpan.FromHours(2));
        Assert.IsType<TlsRequirement.Opportunistic>((await routing.ServersAsync("d.example")).Hosts[0].Tls);
        Assert.Contains("mx1.d.example", Assert.Single(routing.Said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_domain_that_comes_back_did_not_move()
    {
        await using var routing = new TestRouting(Zone);
        See(routing);
        foreach (var zone in (string[])[MovedZone, Zone, MovedZone])
        {
            routing.Zone.Change(zone);
            routing.Time.Advance(TimeSpan.FromDays(2));
            Assert.IsType<TlsRequirement.Encrypted>((await routing.ServersAsync("d.example")).Hosts[0].Tls);
        }
    }

    [Fact]
    public async Task New_servers_with_tls_take_over()
    {
        await using var routing = new TestRouting(Zone);
        See(routing);
        routing.Zone.Change(MovedZone);
        routing.Time.Advance(TimeSpan.FromDays(1));
        await routing.ServersAsync("d.example");
        routing.Memory.Seen(Domain, DomainName.Parse("mx.new.example"), Session(CertificateStatus.Untrusted));

        routing.Time.Advance(TimeSpan.FromDays(10));

        Assert.IsType<TlsRequirement.Encrypted>((await routing.ServersAsync("d.example")).Hosts[0].Tls);
    }

    [Fact]
    public async Task An_administrator_can_let_it_forget()
    {
        await using var routing = new TestRouting(Zone);
        See(routing);
        await routing.Memory.FlushAsync();

        Assert.True((await routing.Memory.ForgetAsync(Domain, TestContext.Current.CancellationToken)).WasKnown);

        Assert.Equal("opportunistic,opportunistic", await ReasonsAsync(routing));
        Assert.Empty(routing.State.Rows("tls"));
        Assert.False((await routing.Memory.ForgetAsync(Domain, TestContext.Current.CancellationToken)).WasKnown);
    }

    [Fact]
    public async Task A_policy_is_not_lowered_by_what_was_seen()
    {
        await using var routing = new TestRouting(Zone + "\n_mta-sts.d.example TXT \"v=STSv1; id=1\"", fetcher: TestPolicies.Of("enforce", "*.d.example"));
        See(routing);
        routing.Memory.Broke(Server);

        Assert.All((await routing.ServersAsync("d.example")).Hosts, host => Assert.IsType<TlsRequirement.Verified>(host.Tls));
    }

    [Fact]
    public async Task Broken_tls_is_gone_without_for_a_while_where_nothing_is_remembered()
    {
        await using var routing = new TestRouting(Zone);
        routing.Memory.Broke(Server);
        var hosts = (await routing.ServersAsync("d.example")).Hosts;
        Assert.IsType<TlsRequirement.None>(hosts[0].Tls);
        Assert.IsType<TlsRequirement.Opportunistic>(hosts[1].Tls);

        routing.Time.Advance(TlsMemory.BrokenPause);

        Assert.IsType<TlsRequirement.Opportunistic>((await routing.ServersAsync("d.example")).Hosts[0].Tls);
    }

    [Fact]
    public async Task Broken_tls_does_not_lower_what_is_remembered()
    {
        await using var routing = new TestRouting(Zone);
        See(routing);

        routing.Memory.Broke(Server);

        Assert.IsType<TlsRequirement.Encrypted>((await routing.ServersAsync("d.example")).Hosts[0].Tls);
    }

    [Fact]
    public async Task What_another_version_wrote_is_passed_over()
    {
        var state = new MemoryState();
        await state.PutAsync([new("tls", "d.example", "{\"v\":9}"u8.ToArray(), null), new("tls", "e.example", "x"u8.ToArray(), null), new("mta-sts", "d.example", "[]"u8.ToArray(), null)], default);
        await using var routing = new TestRouting(Zone, fetcher: new TestPolicies(), state: state);

        await routing.Memory.LoadAsync();
        await routing.Policies!.LoadAsync();

        Assert.Empty(routing.Memory.Domains);
        Assert.Empty(routing.Policies.Policies);
    }

    private static void See(TestRouting routing) => routing.Memory.Seen(Domain, Server, Session(CertificateStatus.Verified));

    private static TlsSessionInfo Session(CertificateStatus status) => new("TLSv1.3", "TLS_AES_256_GCM_SHA384", "mx1.d.example", status);

    private static async Task<string> ReasonsAsync(TestRouting routing) => string.Join(',', (await routing.ServersAsync("d.example")).Hosts.Select(host => host.TlsReason));
}
