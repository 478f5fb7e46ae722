using Todoku.Dns.Network;

namespace Todoku.Dns.Tests.Network;

public sealed class ResolverConfigurationTests
{
    [Fact]
    public void Reads_the_name_servers() =>
        Assert.Equal(
            ["192.0.2.53:53", "[2001:db8::53]:53"],
            ResolverConfiguration.Parse("# made by dhcp\r\nsearch example\r\nnameserver\t192.0.2.53 \r\nnameserver nonsense\n;nameserver 192.0.2.54\n nameserver 2001:db8::53\noptions edns0").Select(server => server.ToString()));

    [Theory]
    [InlineData("")]
    [InlineData("nameserver\nsearch example")]
    public void Without_any_it_is_this_machine(string text) => Assert.Equal("127.0.0.1:53", Assert.Single(ResolverConfiguration.Parse(text)).ToString());
}
