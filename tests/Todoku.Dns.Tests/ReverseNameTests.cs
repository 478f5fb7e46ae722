using System.Net;
using Todoku.Mail;

namespace Todoku.Dns.Tests;

public sealed class ReverseNameTests
{
    [Theory]
    [InlineData("192.0.2.1", "1.2.0.192.in-addr.arpa")]
    [InlineData("::ffff:192.0.2.1", "1.2.0.192.in-addr.arpa")]
    [InlineData("2001:db8::567:89ab", "b.a.9.8.7.6.5.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa")]
    public void Names_where_PTR_records_are(string address, string name) => Assert.Equal(name, ReverseName.Of(IPAddress.Parse(address)).ToString());

    [Fact]
    public void Names_where_a_blocklist_lists_an_address()
    {
        Assert.True(ReverseName.TryMake(IPAddress.Parse("192.0.2.99"), DomainName.Parse("bl.example"), out var name));
        Assert.Equal("99.2.0.192.bl.example", name.ToString());
    }

    [Fact]
    public void A_zone_may_be_too_long_for_an_address()
    {
        var zone = DomainName.Parse(string.Join('.', Enumerable.Repeat("abcdefghi", 20)));

        Assert.True(ReverseName.TryMake(IPAddress.Loopback, zone, out _));
        Assert.False(ReverseName.TryMake(IPAddress.IPv6Loopback, zone, out _));
    }
}
