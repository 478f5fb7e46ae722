using Todoku.Authentication.Spf;

namespace Todoku.Authentication.Tests.Spf;

public sealed class SpfMacroTests
{
    // The examples of RFC 7208, section 7.4, and others.
    [Theory]
    [InlineData("%{s}", "strong-bad@email.example.com")]
    [InlineData("%{o}", "email.example.com")]
    [InlineData("%{d}", "email.example.com")]
    [InlineData("%{d4}", "email.example.com")]
    [InlineData("%{d3}", "email.example.com")]
    [InlineData("%{d2}", "example.com")]
    [InlineData("%{d1}", "com")]
    [InlineData("%{dr}", "com.example.email")]
    [InlineData("%{d2r}", "example.email")]
    [InlineData("%{l}", "strong-bad")]
    [InlineData("%{l-}", "strong.bad")]
    [InlineData("%{lr}", "strong-bad")]
    [InlineData("%{lr-}", "bad.strong")]
    [InlineData("%{l1r-}", "strong")]
    [InlineData("%{i}", "192.0.2.3")]
    [InlineData("%{ir}.%{v}._spf.%{d2}", "3.2.0.192.in-addr._spf.example.com")]
    [InlineData("%{lr-}.lp._spf.%{d2}", "bad.strong.lp._spf.example.com")]
    [InlineData("%{ir}.%{v}.%{l1r-}.lp._spf.%{d2}", "3.2.0.192.in-addr.strong.lp._spf.example.com")]
    [InlineData("%{d2}.trusted-domains.example.net", "example.com.trusted-domains.example.net")]
    [InlineData("%{h} %{c} %{r} %{t}", "mx.example.org 192.0.2.3 unknown 1779278400")]
    [InlineData("%{S}", "strong-bad%40email.example.com")]
    [InlineData("%%%_%-", "% %20")]
    [InlineData("%{s2r@}", null)]
    [InlineData("%{L1-}", "bad")]
    [InlineData("%{d.-+,/_=}", "email.example.com")]
    [InlineData("%{p}", "unknown")]
    [InlineData("%{z}", null)]
    [InlineData("%", null)]
    [InlineData("%d", null)]
    [InlineData("%{d", null)]
    [InlineData("caf\u00e9", null)]
    [InlineData("tab\there", null)]
    [InlineData("", "")]
    public async Task Expands_an_explanation(string text, string? expected)
    {
        var zone = new SpfZone("email.example.com TXT v=spf1 -all exp=why.example.com").Add("why.example.com", "TXT", text);

        var result = await new SpfEvaluator(new FixedTime()).EvaluateAsync(Request("192.0.2.3"), zone, CancellationToken.None);

        Assert.Equal(SpfVerdict.Fail, result.Verdict);
        Assert.Equal(expected, result.Explanation);
    }

    [Theory]
    [InlineData("%{i}", "2.0.0.1.0.D.B.8.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.C.B.0.1")]
    [InlineData("%{ir}.%{v}._spf.%{d2}", "1.0.B.C.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.B.D.0.1.0.0.2.ip6._spf.example.com")]
    [InlineData("%{c}", "2001:db8::cb01")]
    public async Task Expands_an_IPv6_address(string text, string expected)
    {
        var zone = new SpfZone("email.example.com TXT v=spf1 -all exp=why.example.com").Add("why.example.com", "TXT", text);

        var result = await new SpfEvaluator(new FixedTime()).EvaluateAsync(Request("2001:db8::cb01"), zone, CancellationToken.None);

        Assert.Equal(expected, result.Explanation);
    }

    [Theory]
    [InlineData("exists:%{l1-}.%{d2}", "bad.example.com A")]
    [InlineData("exists:%{h}", "mx.example.org A")]
    [InlineData("a:%_x.%{d2}", "\\032x.example.com A")]
    [InlineData("a:back\\slash.%{d2}", "back\\092slash.example.com A")]
    [InlineData("exists:%{p}.%{d2}", "unknown.example.com A")]
    [InlineData("mx:%{d1}", "com MX")]
    public async Task Asks_for_what_the_macros_say(string term, string question)
    {
        var zone = new SpfZone("").Add("email.example.com", "TXT", $"v=spf1 {term} -all");

        await new SpfEvaluator(new FixedTime()).EvaluateAsync(Request("192.0.2.3"), zone, CancellationToken.None);

        Assert.Equal(question, zone.Questions[^1]);
    }

    [Fact]
    public async Task Takes_labels_off_the_left_of_a_name_that_is_too_long()
    {
        var label = new string('x', 40);
        var zone = new SpfZone("").Add("email.example.com", "TXT", $"v=spf1 exists:first.{string.Concat(Enumerable.Repeat(label + ".", 6))}%{{d}} -all");

        await new SpfEvaluator(new FixedTime()).EvaluateAsync(Request("192.0.2.3"), zone, CancellationToken.None);

        Assert.Equal($"{string.Concat(Enumerable.Repeat(label + ".", 5))}email.example.com A", zone.Questions[^1]);
    }

    [Theory]
    [InlineData("mx.email.example.com,other.example.org,email.example.com", "email.example.com")]
    [InlineData("other.example.org,mx.email.example.com", "mx.email.example.com")]
    [InlineData("other.example.org,forged.example.org", "other.example.org")]
    [InlineData("forged.example.org", "unknown")]
    [InlineData("down.example.org", "unknown")]
    public async Task Chooses_the_validated_name(string pointers, string expected)
    {
        var zone = new SpfZone("""
            email.example.com TXT v=spf1 -all exp=why.example.com
            why.example.com TXT %{p}
            email.example.com A 192.0.2.3
            mx.email.example.com A 192.0.2.3
            other.example.org A 192.0.2.3
            forged.example.org A 192.0.2.4
            down.example.org ERROR ServerFailure
            """);
        foreach (var pointer in pointers.Split(',')) zone.Add("3.2.0.192.in-addr.arpa", "PTR", pointer);

        var result = await new SpfEvaluator(new FixedTime()).EvaluateAsync(Request("192.0.2.3"), zone, CancellationToken.None);

        Assert.Equal(expected, result.Explanation);
    }

    [Theory]
    [InlineData("v=spf1 include:other.example.com -all exp=own.example.com", "own")]
    [InlineData("v=spf1 redirect=other.example.com exp=own.example.com", "other at other.example.com")]
    [InlineData("v=spf1 redirect=bare.example.com exp=own.example.com", null)]
    [InlineData("v=spf1 ~all exp=own.example.com", null)]
    [InlineData("v=spf1 -all exp=two.example.com", null)]
    [InlineData("v=spf1 -all exp=none.example.com", null)]
    [InlineData("v=spf1 -all exp=down.example.com", null)]
    [InlineData("v=spf1 -all exp=a..example.com", null)]
    public async Task Takes_the_explanation_of_the_record_that_decided(string record, string? expected)
    {
        var zone = new SpfZone("""
            own.example.com TXT own
            other.example.com TXT v=spf1 -all exp=text.example.com
            text.example.com TXT other at %{d}
            bare.example.com TXT v=spf1 -all
            two.example.com TXT one
            two.example.com TXT two
            down.example.com ERROR ServerFailure
            """).Add("email.example.com", "TXT", record);

        var result = await new SpfEvaluator(new FixedTime()).EvaluateAsync(Request("192.0.2.3"), zone, CancellationToken.None);

        Assert.Equal(expected, result.Explanation);
    }

    private static SpfRequest Request(string ip) => new() { Ip = System.Net.IPAddress.Parse(ip), Sender = "strong-bad@email.example.com", Helo = "mx.example.org" };

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 5, 20, 12, 0, 0, TimeSpan.Zero);
    }
}
