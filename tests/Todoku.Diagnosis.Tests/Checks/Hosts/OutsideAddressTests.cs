using System.Net;
using System.Net.Sockets;
using Todoku.Diagnosis.Checks.Hosts;
using Todoku.Dns;

namespace Todoku.Diagnosis.Tests.Checks.Hosts;

public sealed class OutsideAddressTests
{
    private const string Places = "resolver1.opendns.com A 192.0.2.1\nns1.google.com A 192.0.2.2";

    [Theory]
    [InlineData("myip.opendns.com A 192.0.2.25", "o-o.myaddr.l.google.com TXT \"192.0.2.25\"", "192.0.2.25")]
    [InlineData("myip.opendns.com A 192.0.2.25", "o-o.myaddr.l.google.com TXT \"192.0.2.25\"\no-o.myaddr.l.google.com TXT \"edns0-client-subnet 192.0.2.0/24\"", "192.0.2.25")]
    [InlineData("myip.opendns.com A 192.0.2.25", "o-o.myaddr.l.google.com TXT \"192.0.2.26\"", null)]
    [InlineData("myip.opendns.com A 192.0.2.25", "", null)]
    [InlineData("", "o-o.myaddr.l.google.com TXT \"192.0.2.25\"", null)]
    [InlineData("myip.opendns.com A 192.0.2.25", "o-o.myaddr.l.google.com TXT \"nonsense\"", null)]
    [InlineData("myip.opendns.com A 10.0.0.5", "o-o.myaddr.l.google.com TXT \"10.0.0.5\"", null)]
    [InlineData("myip.opendns.com A 192.0.2.25", "o-o.myaddr.l.google.com TXT \"2001:db8::1\"", null)]
    public async Task Two_must_agree(string first, string second, string? expected)
    {
        var outside = new OutsideAddress(new CheckWorld(Places).Context().Dns, place => new CheckWorld(place.Address.Equals(IPAddress.Parse("192.0.2.1")) ? first : second).Context().Dns);

        Assert.Equal(expected, (await outside.FindAsync(AddressFamily.InterNetwork, TestContext.Current.CancellationToken))?.ToString());
    }

    [Fact]
    public async Task Asks_nobody_whose_address_is_not_known()
    {
        IDnsResolver Never(IPEndPoint place) => throw new InvalidOperationException("asked");

        Assert.Null(await new OutsideAddress(new CheckWorld(Places).Context().Dns, Never).FindAsync(AddressFamily.InterNetworkV6, TestContext.Current.CancellationToken));
    }
}
