using System.Net;
using Todoku.Authentication.Spf;

namespace Todoku.Authentication.Tests.Spf;

/// <summary>Rules of RFC 7208, one zone each. The outside suite is run by Todoku.Conformance; here stands what it leaves out, and what broke once.</summary>
public sealed class SpfRuleTests
{
    // DNS that several cases share.
    private const string Common = """
        mail.example.com A 192.0.2.1
        mail.example.com AAAA 2001:db8::1
        pass.example.com TXT v=spf1 +all
        fail.example.com TXT v=spf1 -all
        soft.example.com TXT v=spf1 ~all
        neutral.example.com TXT v=spf1 ?all
        wrong.example.com TXT v=spf1 nonsense
        down.example.com ERROR ServerFailure
        silent.example.com ERROR TimedOut
        twice.example.com TXT v=spf1 -all
        twice.example.com TXT v=spf1 -all
        """;

    [Theory]
    // What is no SPF record.
    [InlineData("v=spf1\tall", "none")]
    [InlineData("v=spf10 all", "none")]
    [InlineData(" v=spf1 all", "none")]
    [InlineData("spf1 all", "none")]
    [InlineData("v=spf2.0/pra all", "none")]
    // Qualifiers.
    [InlineData("v=spf1 all", "pass")]
    [InlineData("v=spf1 -ALL", "fail")]
    [InlineData("v=spf1 ~aLL", "softfail")]
    [InlineData("v=spf1 ?all", "neutral")]
    [InlineData("v=spf1 --all", "permerror")]
    [InlineData("v=spf1 !all", "permerror")]
    [InlineData("v=spf1", "neutral")]
    [InlineData("v=spf1    ", "neutral")]
    // all takes nothing.
    [InlineData("v=spf1 all:example.com", "permerror")]
    [InlineData("v=spf1 all/0", "permerror")]
    [InlineData("v=spf1 all=x -all", "fail")]
    // ip4.
    [InlineData("v=spf1 ip4:192.0.2.1 -all", "pass")]
    [InlineData("v=spf1 IP4:192.0.2.0/24 -all", "pass")]
    [InlineData("v=spf1 ip4:192.0.2.0/31 -all", "pass")]
    [InlineData("v=spf1 ip4:192.0.2.2/31 -all", "fail")]
    [InlineData("v=spf1 ip4:10.0.0.0/0 -all", "pass")]
    [InlineData("v=spf1 ip4:192.0.2.1/00 -all", "permerror")]
    [InlineData("v=spf1 ip4:192.0.2.1/ -all", "permerror")]
    [InlineData("v=spf1 ip4:192.0.2.1/+1 -all", "permerror")]
    [InlineData("v=spf1 ip4:192.0.2.01 -all", "permerror")]
    [InlineData("v=spf1 ip4:192.0.2.256 -all", "permerror")]
    [InlineData("v=spf1 ip4:0xc0000201 -all", "permerror")]
    [InlineData("v=spf1 ip4:192.0.2.1. -all", "permerror")]
    [InlineData("v=spf1 ip4:%{i} -all", "permerror")]
    [InlineData("v=spf1 ip4=192.0.2.1 -all", "fail")]
    [InlineData("v=spf1 192.0.2.1 -all", "permerror")]
    // ip6 is read in whole also for an IPv4 client.
    [InlineData("v=spf1 ip6:::/0 -all", "fail")]
    [InlineData("v=spf1 ip6:1:2:3:4:5:6:7 -all", "permerror")]
    [InlineData("v=spf1 ip6:1:2:3:4:5:6:7:8:9 -all", "permerror")]
    [InlineData("v=spf1 ip6:1::2::3 -all", "permerror")]
    [InlineData("v=spf1 ip6:fe80::1%eth0 -all", "permerror")]
    [InlineData("v=spf1 ip6:[::1] -all", "permerror")]
    [InlineData("v=spf1 ip6:::1/129 -all", "permerror")]
    [InlineData("v=spf1 ip6:192.0.2.1 -all", "permerror")]
    [InlineData("v=spf1 ip6: -all", "permerror")]
    // a and mx.
    [InlineData("v=spf1 a:mail.example.com -all", "pass")]
    [InlineData("v=spf1 A:MAIL.Example.COM. -all", "pass")]
    [InlineData("v=spf1 a:mail.example.com/24//64 -all", "pass")]
    [InlineData("v=spf1 a:mail.example.com//64 -all", "pass")]
    [InlineData("v=spf1 a:mail.example.com/24/64 -all", "permerror")]
    [InlineData("v=spf1 a:mail.example.com/ -all", "permerror")]
    [InlineData("v=spf1 a:mail.example.com// -all", "permerror")]
    [InlineData("v=spf1 a:mail.example.com/24//0128 -all", "permerror")]
    [InlineData("v=spf1 a/24//64 -all", "fail")]
    [InlineData("v=spf1 a/024 -all", "permerror")]
    [InlineData("v=spf1 a//129 -all", "permerror")]
    [InlineData("v=spf1 a/24:mail.example.com -all", "permerror")]
    [InlineData("v=spf1 a: -all", "permerror")]
    [InlineData("v=spf1 a:/24 -all", "permerror")]
    [InlineData("v=spf1 a:localhost -all", "permerror")]
    [InlineData("v=spf1 a:192.0.2.1 -all", "permerror")]
    [InlineData("v=spf1 a:example.com:25 -all", "permerror")]
    [InlineData("v=spf1 a:x.example.com-all", "neutral")]
    [InlineData("v=spf1 mx:example.-com -all", "permerror")]
    [InlineData("v=spf1 mx:example.com- -all", "permerror")]
    [InlineData("v=spf1 mx:a..example.com -all", "fail")]
    // exists, ptr.
    [InlineData("v=spf1 exists:mail.example.com -all", "pass")]
    [InlineData("v=spf1 exists -all", "permerror")]
    [InlineData("v=spf1 exists: -all", "permerror")]
    [InlineData("v=spf1 exists:mail.example.com/24 -all", "permerror")]
    [InlineData("v=spf1 ptr/24 -all", "permerror")]
    [InlineData("v=spf1 ptr: -all", "permerror")]
    // include (the table of section 5.2).
    [InlineData("v=spf1 include:pass.example.com -all", "pass")]
    [InlineData("v=spf1 ~include:pass.example.com -all", "softfail")]
    [InlineData("v=spf1 include:fail.example.com ?all", "neutral")]
    [InlineData("v=spf1 include:soft.example.com -all", "fail")]
    [InlineData("v=spf1 include:neutral.example.com -all", "fail")]
    [InlineData("v=spf1 include:down.example.com +all", "temperror")]
    [InlineData("v=spf1 include:silent.example.com +all", "temperror")]
    [InlineData("v=spf1 include:wrong.example.com +all", "permerror")]
    [InlineData("v=spf1 include:twice.example.com +all", "permerror")]
    [InlineData("v=spf1 include:mail.example.com +all", "permerror")]
    [InlineData("v=spf1 include:gone.example.com +all", "permerror")]
    [InlineData("v=spf1 include:gone..example.com +all", "permerror")]
    [InlineData("v=spf1 include +all", "permerror")]
    [InlineData("v=spf1 include:pass.example.com/24 -all", "permerror")]
    // What matches first decides; what follows is still read.
    [InlineData("v=spf1 ip4:192.0.2.1 include:down.example.com -all", "pass")]
    [InlineData("v=spf1 ip4:192.0.2.1 -all oops", "permerror")]
    [InlineData("v=spf1 ip4:192.0.2.1 -all a:%{z}.example.com", "permerror")]
    // redirect.
    [InlineData("v=spf1 redirect=fail.example.com", "fail")]
    [InlineData("v=spf1 redirect=pass.example.com ip4:192.0.2.9", "pass")]
    [InlineData("v=spf1 redirect=pass.example.com -all", "fail")]
    [InlineData("v=spf1 REDIRECT=soft.example.com", "softfail")]
    [InlineData("v=spf1 redirect=gone.example.com", "permerror")]
    [InlineData("v=spf1 redirect=down.example.com", "temperror")]
    [InlineData("v=spf1 redirect=wrong.example.com", "permerror")]
    [InlineData("v=spf1 redirect=pass.example.com redirect=pass.example.com", "permerror")]
    [InlineData("v=spf1 redirect=pass.example.com redirect=pass.example.com all", "permerror")]
    [InlineData("v=spf1 redirect= all", "permerror")]
    [InlineData("v=spf1 redirect:pass.example.com", "permerror")]
    [InlineData("v=spf1 -redirect=pass.example.com", "permerror")]
    // exp and other modifiers.
    [InlineData("v=spf1 exp=a.example.com exp=b.example.com -all", "permerror")]
    [InlineData("v=spf1 exp= -all", "permerror")]
    [InlineData("v=spf1 exp=nodots -all", "permerror")]
    [InlineData("v=spf1 exp=down.example.com -all", "fail")]
    [InlineData("v=spf1 a.b-c_d=%{d}/x:y a.b-c_d=2 -all", "fail")]
    [InlineData("v=spf1 x= -all", "fail")]
    [InlineData("v=spf1 =x -all", "permerror")]
    [InlineData("v=spf1 1x=y -all", "permerror")]
    [InlineData("v=spf1 x=% -all", "permerror")]
    [InlineData("v=spf1 x=%{c} -all", "permerror")]
    [InlineData("v=spf1 x=%{d -all", "permerror")]
    // Macros.
    [InlineData("v=spf1 exists:%{d0}.example.com -all", "permerror")]
    [InlineData("v=spf1 exists:%{d00}.example.com -all", "permerror")]
    [InlineData("v=spf1 exists:%{d99999999999999999999}.example.com -all", "fail")]
    [InlineData("v=spf1 exists:%{d2R-.}.example.com -all", "fail")]
    [InlineData("v=spf1 exists:%{rd}.example.com -all", "permerror")]
    [InlineData("v=spf1 exists:%{d!}.example.com -all", "permerror")]
    [InlineData("v=spf1 exists:%{t}.example.com -all", "permerror")]
    [InlineData("v=spf1 exists:%{d}. -all", "permerror")]
    [InlineData("v=spf1 exists:%{d}com -all", "permerror")]
    [InlineData("v=spf1 exists:%% -all", "fail")]
    [InlineData("v=spf1 exists:%(d).example.com -all", "permerror")]
    [InlineData("v=spf1 exists:x%{}.example.com -all", "permerror")]
    [InlineData("v=spf1 exists:%{D}.example.com -all", "fail")]
    // Octets.
    [InlineData("v=spf1 -all\n", "permerror")]
    [InlineData("v=spf1 a\u00e9 -all", "permerror")]
    [InlineData("v=spf1 -all\0", "permerror")]
    public async Task Decides_by_the_record(string record, string expected)
    {
        var zone = new SpfZone(Common).Add("case.example.net", "TXT", record);

        var result = await EvaluateAsync(zone, "user@case.example.net");

        Assert.Equal(expected, result.Verdict.ToWord());
    }

    [Theory]
    [InlineData("", "mail.example.com", "none")]
    [InlineData("<>", "pass.example.com", "pass")]
    [InlineData("", "[192.0.2.1]", "none")]
    [InlineData("", "localhost", "none")]
    [InlineData("", "", "none")]
    [InlineData("user@[192.0.2.1]", "pass.example.com", "none")]
    [InlineData("user@localhost", "pass.example.com", "none")]
    [InlineData("user@", "pass.example.com", "none")]
    [InlineData("@", "pass.example.com", "none")]
    [InlineData("@pass.example.com", "x", "pass")]
    [InlineData("pass.example.com", "x", "pass")]
    [InlineData("<user@pass.example.com>", "x", "pass")]
    [InlineData("\"a@b\"@pass.example.com", "x", "pass")]
    [InlineData("user@PASS.example.com.", "x", "pass")]
    [InlineData("user@pass.example.com..", "x", "none")]
    [InlineData("user@.pass.example.com", "x", "none")]
    [InlineData("user@a..pass.example.com", "x", "none")]
    [InlineData("user@pass example.com", "x", "none")]
    [InlineData("user@gone.example.com", "x", "none")]
    [InlineData("user@silent.example.com", "x", "temperror")]
    [InlineData("user@down.example.com", "x", "temperror")]
    [InlineData("user@twice.example.com", "x", "permerror")]
    [InlineData("user@\u0436.example.com", "x", "fail")]
    public async Task Finds_the_identity(string sender, string helo, string expected)
    {
        var zone = new SpfZone(Common).Add("xn--f1a.example.com", "TXT", "v=spf1 -all");

        var result = await EvaluateAsync(zone, sender, helo);

        Assert.Equal(expected, result.Verdict.ToWord());
    }

    [Theory]
    [InlineData("192.0.2.1", "v=spf1 ip4:192.0.2.1 -all", "pass")]
    [InlineData("::ffff:192.0.2.1", "v=spf1 ip4:192.0.2.1 -all", "pass")]
    [InlineData("::ffff:192.0.2.1", "v=spf1 ip6:::ffff:192.0.2.1 ip6:::/0 -all", "fail")]
    [InlineData("::ffff:192.0.2.1", "v=spf1 a:mail.example.com -all", "pass")]
    [InlineData("::192.0.2.1", "v=spf1 ip4:192.0.2.1 ip6:::192.0.2.1 -all", "pass")]
    [InlineData("2001:db8::1", "v=spf1 ip6:2001:DB8:0:0::1 -all", "pass")]
    [InlineData("2001:db8::1", "v=spf1 ip6:2001:db8::/32 -all", "pass")]
    [InlineData("2001:db8::1", "v=spf1 ip6:2001:db9::/32 -all", "fail")]
    [InlineData("2001:db8::1", "v=spf1 ip6:2001:db8:0:0:0:0:0.0.0.1 -all", "pass")]
    [InlineData("2001:db8::1", "v=spf1 ip4:0.0.0.0/0 -all", "fail")]
    [InlineData("2001:db8::1", "v=spf1 a:mail.example.com -all", "pass")]
    [InlineData("2001:db8::2", "v=spf1 a:mail.example.com/0 -all", "fail")]
    [InlineData("2001:db8::2", "v=spf1 a:mail.example.com//127 -all", "fail")]
    [InlineData("2001:db8::2", "v=spf1 a:mail.example.com//126 -all", "pass")]
    [InlineData("2001:db8::2", "v=spf1 a:mail.example.com//0 -all", "pass")]
    [InlineData("2001:db8::2", "v=spf1 exists:mail.example.com -all", "pass")]
    [InlineData("fe80::1%3", "v=spf1 ip6:fe80::1 -all", "pass")]
    public async Task Compares_addresses(string ip, string record, string expected)
    {
        var zone = new SpfZone(Common).Add("case.example.net", "TXT", record);

        var result = await EvaluateAsync(zone, "user@case.example.net", ip: ip);

        Assert.Equal(expected, result.Verdict.ToWord());
    }

    [Fact]
    public async Task Puts_the_strings_of_a_record_together_without_a_space()
    {
        var zone = new SpfZone("case.example.net TXT v=spf1 ip4:192.0.2.1 -all");

        Assert.Equal(SpfVerdict.Pass, (await EvaluateAsync(zone, "user@case.example.net")).Verdict);
    }

    [Fact]
    public async Task Passes_over_a_null_MX()
    {
        var zone = new SpfZone("case.example.net TXT v=spf1 mx -all\ncase.example.net MX 0 .");

        var result = await EvaluateAsync(zone, "user@case.example.net");

        Assert.Equal((SpfVerdict.Fail, 0), (result.Verdict, result.VoidLookups));
        Assert.Equal(["case.example.net TXT", "case.example.net MX"], zone.Questions);
    }

    [Fact]
    public async Task Follows_an_alias_to_the_record()
    {
        var zone = new SpfZone("case.example.net CNAME pass.example.com\npass.example.com TXT v=spf1 a:%{d} -all\ncase.example.net CNAME pass.example.com\npass.example.com A 192.0.2.1");

        Assert.Equal(SpfVerdict.Pass, (await EvaluateAsync(zone, "user@case.example.net")).Verdict);
    }

    [Fact]
    public async Task A_local_part_outside_ASCII_matches_nothing()
    {
        var zone = new SpfZone("case.example.net TXT v=spf1 exists:%{l}.example.com include:%{s}.example.com -a:%{d} redirect=%{l1}.example.com\ncase.example.net A 192.0.2.9");

        var result = await EvaluateAsync(zone, "\u0436@case.example.net");

        Assert.Equal(SpfVerdict.Neutral, result.Verdict);
        Assert.Equal(["case.example.net TXT", "case.example.net A"], zone.Questions);
    }

    internal static async Task<SpfResult> EvaluateAsync(SpfZone zone, string sender, string helo = "mail.example.com", string ip = "192.0.2.1") =>
        await new SpfEvaluator(TimeProvider.System).EvaluateAsync(
            new SpfRequest { Ip = IPAddress.Parse(ip), Sender = sender, Helo = helo, WithSteps = true }, zone, TestContext.Current.CancellationToken);
}
