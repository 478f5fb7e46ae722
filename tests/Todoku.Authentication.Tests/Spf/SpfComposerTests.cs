using System.Net;
using Todoku.Authentication.Spf;

namespace Todoku.Authentication.Tests.Spf;

public sealed class SpfComposerTests
{
    private static readonly IPAddress[] Sender = [IPAddress.Parse("192.0.2.25")];

    [Theory]
    [InlineData("", "v=spf1 ip4:192.0.2.25 ~all")]
    [InlineData("v=spf1 mx -all", "v=spf1 ip4:192.0.2.25 mx -all")]
    [InlineData("v=spf1 ip4:192.0.2.0/24 -all", "v=spf1 ip4:192.0.2.0/24 -all")]
    [InlineData("v=spf1 +mx ?all", "v=spf1 ip4:192.0.2.25 mx ?all")]
    [InlineData("v=spf1 include:_spf.example.net", "v=spf1 ip4:192.0.2.25 include:_spf.example.net ~all")]
    [InlineData("v=spf1 redirect=_spf.example.net", "v=spf1 ip4:192.0.2.25 redirect=_spf.example.net")]
    [InlineData("v=spf1 a +all", "v=spf1 ip4:192.0.2.25 a ~all")]
    [InlineData("v=spf1 a exp=why.example.com -all", "v=spf1 ip4:192.0.2.25 a -all exp=why.example.com")]
    [InlineData("v=spf1 192.0.2.25 includes:_spf.example.net -all", "v=spf1 ip4:192.0.2.25 include:_spf.example.net -all")]
    // What nobody knows stays, all of it; what is plainly a mechanism with the wrong sign becomes one.
    [InlineData("v=spf1 mx x=1 exp=why.example.com y=%{d} -all", "v=spf1 ip4:192.0.2.25 mx -all exp=why.example.com x=1 y=%{d}")]
    [InlineData("v=spf1 ip4=192.0.2.25 include=_spf.example.net mx -all", "v=spf1 ip4:192.0.2.25 include:_spf.example.net mx -all")]
    [InlineData("v=spf1 ipv4=192.0.2.77 -all", "v=spf1 ip4:192.0.2.25 ip4:192.0.2.77 -all")]
    [InlineData("v=spf1 mx ip4=nonsense -all", "v=spf1 ip4:192.0.2.25 mx -all ip4=nonsense")]
    [InlineData("v=spf1 -ip4:192.0.2.25 ip4:192.0.2.0/24 -all", "v=spf1 ip4:192.0.2.25 -ip4:192.0.2.25 ip4:192.0.2.0/24 -all")]
    public void Names_the_address_and_keeps_the_rest(string record, string expected) =>
        Assert.Equal(expected, SpfComposer.Compose(record.Length == 0 ? [] : [SpfRecord.Parse(record)], Sender));

    [Theory]
    [InlineData("v=spf1 mx -all", "v=spf1 include:_spf.example.net ~all", "v=spf1 mx include:_spf.example.net ~all")]
    [InlineData("v=spf1 mx a -all", "v=spf1 MX -all", "v=spf1 mx a -all")]
    [InlineData("v=spf1 mx -all", "v=spf1 redirect=_spf.example.net", "v=spf1 mx include:_spf.example.net -all")]
    [InlineData("v=spf1 redirect=a.example", "v=spf1 redirect=b.example", "v=spf1 include:a.example include:b.example ~all")]
    public void Makes_several_records_one(string first, string second, string expected) =>
        Assert.Equal(expected, SpfComposer.Compose([SpfRecord.Parse(first), SpfRecord.Parse(second)], []));

    [Fact]
    public void An_IPv6_address_gets_its_own_term() =>
        Assert.Equal("v=spf1 ip6:2001:db8::25 mx -all", SpfComposer.Compose([SpfRecord.Parse("v=spf1 mx -all")], [IPAddress.Parse("2001:db8::25")]));

    [Fact]
    public void Flattening_replaces_what_can_be_replaced()
    {
        var record = SpfRecord.Parse("v=spf1 a mx:example.net ?a:other.example include:_spf.example.net ptr -all");

        var flat = SpfComposer.Flatten(record, term => term.Text == "a" ? [new AddressBlock(IPAddress.Parse("192.0.2.1"), 32), new AddressBlock(IPAddress.Parse("2001:db8::1"), 128)] : null);

        Assert.Equal("v=spf1 ip4:192.0.2.1 ip6:2001:db8::1 mx:example.net ?a:other.example include:_spf.example.net -all", flat);
    }
}
