using System.Text;
using Todoku.Authentication.Spf;

namespace Todoku.Authentication.Tests.Spf;

public sealed class SpfRecordTests
{
    [Fact]
    public void Reads_every_kind_of_term()
    {
        var record = SpfRecord.Parse("v=spf1 +a/24 -mx:example.com//64 ~include:_spf.example.net ?exists:%{i}.example.org ptr ip4:192.0.2.0/24 ip6:2001:db8::/32 redirect=example.com exp=why.%{d} x=1 -all");

        Assert.Empty(record.Errors);
        Assert.Equal(11, record.Terms.Count);
        Assert.Equal(8, record.Mechanisms.Count);
        Assert.True(record.Mechanisms[0] is SpfTerm.A { Domain: null, PrefixLength4: 24, PrefixLength6: 128, Qualifier: SpfQualifier.Pass, Offset: 7, Text: "+a/24" });
        Assert.True(record.Mechanisms[1] is SpfTerm.Mx { Domain.Name: { } domain, PrefixLength4: 32, PrefixLength6: 64, Qualifier: SpfQualifier.Fail } && domain.ToString() == "example.com");
        Assert.True(record.Mechanisms[2] is SpfTerm.Include { Domain.HasMacros: false, Qualifier: SpfQualifier.SoftFail });
        Assert.True(record.Mechanisms[3] is SpfTerm.Exists { Domain: { HasMacros: true, Name: null, Text: "%{i}.example.org" }, Qualifier: SpfQualifier.Neutral });
        Assert.True(record.Mechanisms[4] is SpfTerm.Ptr { Domain: null });
        Assert.Equal("192.0.2.0/24", (record.Mechanisms[5] as SpfTerm.Ip)?.Network.ToString());
        Assert.Equal("2001:db8::/32", (record.Mechanisms[6] as SpfTerm.Ip)?.Network.ToString());
        Assert.Equal("redirect=example.com", record.Redirect?.ToString());
        Assert.Equal("exp=why.%{d}", record.Explanation?.ToString());
        Assert.Equal(6, record.Terms.Count(term => term.AsksDns));
    }

    [Theory]
    [InlineData("moo", SpfSyntaxProblem.UnknownMechanism, "")]
    [InlineData("ip:192.0.2.1", SpfSyntaxProblem.UnknownMechanism, "ip4:192.0.2.1")]
    [InlineData("ipv4:192.0.2.0/24", SpfSyntaxProblem.UnknownMechanism, "ip4:192.0.2.0/24")]
    [InlineData("-ip:2001:db8::1", SpfSyntaxProblem.UnknownMechanism, "-ip6:2001:db8::1")]
    [InlineData("192.0.2.1", SpfSyntaxProblem.UnknownMechanism, "ip4:192.0.2.1")]
    [InlineData("192.0.2.0/24", SpfSyntaxProblem.UnknownMechanism, "ip4:192.0.2.0/24")]
    [InlineData("ip4:2001:db8::1", SpfSyntaxProblem.BadIPv4Address, "ip6:2001:db8::1")]
    [InlineData("ip6:192.0.2.1", SpfSyntaxProblem.BadIPv6Address, "ip4:192.0.2.1")]
    [InlineData("ip4:192.0.2.300", SpfSyntaxProblem.BadIPv4Address, "")]
    [InlineData("ip4:192.0.2.0/33", SpfSyntaxProblem.BadPrefixLength, "")]
    [InlineData("ip4", SpfSyntaxProblem.MissingAddress, "")]
    [InlineData("a:192.0.2.1", SpfSyntaxProblem.BadDomain, "ip4:192.0.2.1")]
    [InlineData("a:mail", SpfSyntaxProblem.BadDomain, "")]
    [InlineData("includes:example.com", SpfSyntaxProblem.UnknownMechanism, "include:example.com")]
    [InlineData("include:example.com/24", SpfSyntaxProblem.BadDomain, "include:example.com")]
    [InlineData("include", SpfSyntaxProblem.MissingDomain, "")]
    [InlineData("redirect:example.com", SpfSyntaxProblem.UnknownMechanism, "redirect=example.com")]
    [InlineData("_spf.example.com", SpfSyntaxProblem.UnknownMechanism, "")]
    [InlineData("spf.example.com", SpfSyntaxProblem.UnknownMechanism, "include:spf.example.com")]
    [InlineData("-all,", SpfSyntaxProblem.UnknownMechanism, "-all")]
    [InlineData("-all.", SpfSyntaxProblem.UnknownMechanism, "-all")]
    [InlineData("\u2013all", SpfSyntaxProblem.NotAscii, "-all")]
    [InlineData("all:x", SpfSyntaxProblem.UnexpectedValue, "all")]
    [InlineData("ptr/24", SpfSyntaxProblem.UnexpectedValue, "")]
    [InlineData("a:x%y.example.com", SpfSyntaxProblem.BadMacro, "")]
    [InlineData("a:%{c}.example.com", SpfSyntaxProblem.MacroOnlyInExplanation, "")]
    [InlineData("a:%{d0}.example.com", SpfSyntaxProblem.ZeroParts, "")]
    [InlineData("9=x", SpfSyntaxProblem.BadModifierName, "")]
    [InlineData("a\tmx", SpfSyntaxProblem.ControlCharacter, "")]
    public void Tells_what_is_wrong_and_what_was_meant(string term, SpfSyntaxProblem problem, string suggestion)
    {
        var record = SpfRecord.Parse($"v=spf1 mx {term} a");

        Assert.Equal(new SpfSyntaxError(problem, term, 10, suggestion), Assert.Single(record.Errors));
        Assert.Equal(["mx", "a"], record.Terms.Select(kept => kept.Text));
    }

    [Fact]
    public void Tells_all_that_is_wrong()
    {
        var record = SpfRecord.Parse("v=spf1 x redirect=a.example y redirect=b.example ip4:1");

        Assert.Equal([SpfSyntaxProblem.UnknownMechanism, SpfSyntaxProblem.UnknownMechanism, SpfSyntaxProblem.DuplicateModifier, SpfSyntaxProblem.BadIPv4Address],
            record.Errors.Select(error => error.Problem));
    }

    [Theory]
    [InlineData("v=spf1", true)]
    [InlineData("V=SPF1 -all", true)]
    [InlineData("v=spf1 ", true)]
    [InlineData("v=spf1-all", false)]
    [InlineData("v=spf10", false)]
    [InlineData("v=spf", false)]
    [InlineData("", false)]
    public void Knows_an_SPF_record(string text, bool expected) => Assert.Equal(expected, SpfRecord.IsSpf(Encoding.ASCII.GetBytes(text)));
}
