using System.Net;
using Todoku.Relay.Routing.Destinations;

namespace Todoku.Relay.Tests.Routing.Destinations;

public sealed class AddressLiteralTests
{
    [Theory]
    [InlineData("[192.0.2.1]", "192.0.2.1")]
    [InlineData("[IPv6:2001:db8::1]", "2001:db8::1")]
    [InlineData("[ipv6:::1]", "::1")]
    public void Reads_what_the_rfc_has(string text, string address)
    {
        Assert.True(AddressLiteral.TryParse(text, out var read));
        Assert.Equal(IPAddress.Parse(address), read);
    }

    [Theory]
    [InlineData("192.0.2.1")]
    [InlineData("[]")]
    [InlineData("[192.0.2]")]
    [InlineData("[192.0.2.01]")]
    [InlineData("[0x7f.0.0.1]")]
    [InlineData("[192.0.2.256]")]
    [InlineData("[2001:db8::1]")]
    [InlineData("[IPv6:192.0.2.1]")]
    [InlineData("[IPv6:fe80::1%eth0]")]
    [InlineData("[IPv6:[2001:db8::1]]")]
    [InlineData("[IPv6:]")]
    [InlineData("[x400:something]")]
    public void Refuses_the_rest(string text) => Assert.False(AddressLiteral.TryParse(text, out _));
}
