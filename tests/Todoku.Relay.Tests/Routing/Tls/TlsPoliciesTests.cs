using Todoku.Dns;
using Todoku.Mail;
using Todoku.Relay.Tests.Routing.Destinations;
using Todoku.Smtp.Client.Tls;

namespace Todoku.Relay.Tests.Routing.Tls;

public sealed class TlsPoliciesTests
{
    private const string Usable = "3 1 1 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private const string Unusable = "1 1 1 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private const string Enforceable = """
        d.example MX 10 mx.d.example
        d.example MX 10 mx.stranger.example
        mx.d.example A 192.0.2.1
        mx.stranger.example A 192.0.2.2
        _mta-sts.d.example TXT "v=STSv1; id=1"
        """;

    [Fact]
    public async Task Dane_holds_where_dnssec_vouches_for_everything()
    {
        await using var routing = Signed(Zone(Usable));

        var host = (await routing.ServersAsync("d.example")).Hosts[0];

        var dane = Assert.IsType<TlsRequirement.Dane>(host.Tls);
        Assert.Equal(["mx.d.example", "d.example"], dane.Names.Select(name => name.ToString()));
        Assert.Equal((3, 1, 1, 32), Assert.Single(dane.Associations) is var one ? (one.Usage, one.Selector, one.MatchingType, one.Data.Length) : default);
        Assert.Equal("DANE", host.TlsReason);
    }

    [Theory]
    [InlineData("d.example")]
    [InlineData("mx.d.example")]
    public async Task Without_dnssec_on_the_whole_way_there_is_no_dane_and_nobody_is_asked(string unsigned)
    {
        await using var routing = Signed(Zone(Usable));
        routing.Zone.Signed.Remove(unsigned);
        routing.Zone.Failures["_25._tcp.mx.d.example TLSA"] = DnsFailure.ServerFailure;

        Assert.IsType<TlsRequirement.Opportunistic>((await routing.ServersAsync("d.example")).Hosts[0].Tls);
        Assert.DoesNotContain("_25._tcp.mx.d.example TLSA", routing.Zone.Asked);
    }

    [Theory]
    [InlineData("192.0.2.53:53")]
    [InlineData("[2001:db8::53]:53")]
    [InlineData("")]
    public async Task The_bit_of_a_resolver_elsewhere_proves_nothing(string server)
    {
        await using var routing = Signed(Zone(Usable));
        routing.Zone.Server = server;

        Assert.IsType<TlsRequirement.Opportunistic>((await routing.ServersAsync("d.example")).Hosts[0].Tls);
    }

    [Fact]
    public async Task The_bit_of_a_resolver_on_loopback_by_ipv6_counts()
    {
        await using var routing = Signed(Zone(Usable));
        routing.Zone.Server = "[::1]:53";

        Assert.IsType<TlsRequirement.Dane>((await routing.ServersAsync("d.example")).Hosts[0].Tls);
    }

    [Fact]
    public async Task A_server_whose_tlsa_records_can_not_be_looked_up_is_not_used()
    {
        await using var routing = Signed(Zone(Usable));
        routing.Zone.Failures["_25._tcp.mx.d.example TLSA"] = DnsFailure.ServerFailure;

        Assert.Equal(
            "no mail server of d.example may be used: the TLSA records of mx.d.example can't be looked up (SERVFAIL); without them it may not be used (RFC 7672)",
            await routing.WhyNotAsync("d.example"));
    }

    [Fact]
    public async Task Another_server_takes_its_place()
    {
        await using var routing = Signed("""
            d.example MX 10 mx.d.example
            d.example MX 20 mx2.d.example
            mx.d.example A 192.0.2.1
            mx2.d.example A 192.0.2.2
            """);
        routing.Zone.Signed.Add("mx2.d.example");
        routing.Zone.Failures["_25._tcp.mx.d.example TLSA"] = DnsFailure.TimedOut;

        Assert.Equal("mx2.d.example[192.0.2.2]", await routing.LineAsync("d.example"));
    }

    [Fact]
    public async Task A_resolver_elsewhere_can_not_talk_dane_away()
    {
        await using var routing = Signed(Zone(null));
        routing.Zone.Servers["_25._tcp.mx.d.example"] = "192.0.2.53:53";

        Assert.Contains("resolver on another machine", await routing.WhyNotAsync("d.example"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, typeof(TlsRequirement.Opportunistic))]
    [InlineData(Unusable, typeof(TlsRequirement.Encrypted))]
    public async Task Records_of_no_use_still_ask_for_encryption(string? record, Type expected)
    {
        await using var routing = Signed(Zone(record));

        Assert.IsType(expected, (await routing.ServersAsync("d.example")).Hosts[0].Tls);
    }

    [Fact]
    public async Task Behind_an_alias_the_real_name_comes_first()
    {
        await using var routing = Signed($"d.example MX 10 mx.d.example\nmx.d.example CNAME real.example\nreal.example A 192.0.2.1\n_25._tcp.real.example TLSA {Usable}");
        routing.Zone.Signed.Add("_25._tcp.real.example");

        var dane = Assert.IsType<TlsRequirement.Dane>((await routing.ServersAsync("d.example")).Hosts[0].Tls);

        Assert.Equal(["real.example", "mx.d.example", "d.example"], dane.Names.Select(name => name.ToString()));
    }

    [Fact]
    public async Task A_domain_without_mx_has_dane_too()
    {
        await using var routing = Signed($"d.example A 192.0.2.1\n_25._tcp.d.example TLSA {Usable}");
        routing.Zone.Signed.Add("_25._tcp.d.example");

        Assert.IsType<TlsRequirement.Dane>((await routing.ServersAsync("d.example")).Hosts[0].Tls);
    }

    [Fact]
    public async Task An_enforced_policy_asks_for_a_certificate_and_leaves_out_strangers()
    {
        await using var routing = Enforced("enforce", "*.d.example");

        var servers = await routing.ServersAsync("d.example");

        var host = Assert.Single(servers.Hosts);
        Assert.Equal("mx.d.example", host.Name.ToString());
        Assert.Equal(new TlsRequirement.Verified([DomainName.Parse("mx.d.example")]), host.Tls);
        // The lane is that of its servers, whatever the policy says of them.
        Assert.Equal("mx:mx.d.example,mx.stranger.example", servers.Lane.Name);
    }

    [Theory]
    [InlineData("testing")]
    [InlineData("none")]
    public async Task A_policy_that_is_not_enforced_changes_nothing(string mode)
    {
        await using var routing = Enforced(mode, "mx.elsewhere.example");

        Assert.Equal(2, (await routing.ServersAsync("d.example")).Hosts.Count(host => host.Tls is TlsRequirement.Opportunistic));
    }

    [Fact]
    public async Task A_policy_that_names_no_server_makes_mail_wait()
    {
        await using var routing = Enforced("enforce", "mx.elsewhere.example");

        Assert.Contains("the MTA-STS policy of d.example does not name mx.d.example", await routing.WhyNotAsync("d.example"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dane_wins_over_mta_sts()
    {
        await using var routing = Enforced("enforce", "mx.elsewhere.example");
        routing.Zone.Change(Enforceable + $"\n_25._tcp.mx.d.example TLSA {Usable}");
        routing.Zone.Signed.UnionWith(["d.example", "mx.d.example", "_25._tcp.mx.d.example"]);

        var host = Assert.Single((await routing.ServersAsync("d.example")).Hosts);

        Assert.Equal("DANE", host.TlsReason);
    }

    [Fact]
    public async Task Dane_without_a_record_of_use_leaves_mta_sts_its_say()
    {
        await using var routing = Enforced("enforce", "mx.d.example");
        routing.Zone.Change(Enforceable + $"\n_25._tcp.mx.d.example TLSA {Unusable}");
        routing.Zone.Signed.UnionWith(["d.example", "mx.d.example", "_25._tcp.mx.d.example"]);

        Assert.IsType<TlsRequirement.Verified>(Assert.Single((await routing.ServersAsync("d.example")).Hosts).Tls);
    }

    [Fact]
    public async Task Policies_are_a_domains_own_within_a_shared_lane()
    {
        await using var routing = new TestRouting("""
            strict.example MX 10 mx.shared.example
            lax.example MX 10 mx.shared.example
            mx.shared.example A 192.0.2.1
            _mta-sts.strict.example TXT "v=STSv1; id=1"
            """, fetcher: TestPolicies.Of("enforce", "mx.shared.example"));

        var strict = await routing.ServersAsync("strict.example");
        var lax = await routing.ServersAsync("lax.example");

        Assert.Equal(strict.Lane, lax.Lane);
        Assert.IsType<TlsRequirement.Verified>(strict.Hosts[0].Tls);
        Assert.IsType<TlsRequirement.Opportunistic>(lax.Hosts[0].Tls);
        // What is asked for is the same each time, so that connections are shared by what asks the same.
        Assert.Equal(strict.Hosts[0].Tls, (await routing.ServersAsync("strict.example")).Hosts[0].Tls);
    }

    private static TestRouting Enforced(string mode, string patterns) => new(Enforceable, fetcher: TestPolicies.Of(mode, patterns));

    private static string Zone(string? tlsa) => $"d.example MX 10 mx.d.example\nmx.d.example A 192.0.2.1\n{(tlsa is null ? "" : $"_25._tcp.mx.d.example TLSA {tlsa}")}";

    private static TestRouting Signed(string zone)
    {
        var routing = new TestRouting(zone);
        routing.Zone.Signed.UnionWith(["d.example", "mx.d.example", "_25._tcp.mx.d.example"]);
        return routing;
    }
}
