using Todoku.Cli.Dns;

namespace Todoku.Cli.Tests.Dns;

public sealed class ResolverArgumentTests
{
    [Theory]
    [InlineData("192.0.2.53", "192.0.2.53", 53)]
    [InlineData("192.0.2.53:5353", "192.0.2.53", 5353)]
    [InlineData("[2001:db8::53]", "2001:db8::53", 53)]
    [InlineData("[2001:db8::53]:5353", "2001:db8::53", 5353)]
    [InlineData("2001:db8::53", "2001:db8::53", 53)]
    [InlineData("localhost:5353", "127.0.0.1", 5353)]
    public void Reads_an_address(string value, string address, int port) =>
        Assert.Equal((address, port), (ResolverArgument.Parse(value)?.Address?.ToString(), ResolverArgument.Parse(value)?.Port));

    [Fact]
    public void Reads_a_host() => Assert.Equal(("dns.example", 853), (ResolverArgument.Parse("dns.example:853")?.Host?.ToString(), ResolverArgument.Parse("dns.example:853")?.Port));

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("192.0.2.53:")]
    [InlineData("192.0.2.53:0")]
    [InlineData("192.0.2.53:65536")]
    [InlineData("192.0.2.53:-1")]
    [InlineData("192.0.2.300")]
    [InlineData("[192.0.2.53]:53")]
    [InlineData("[2001:db8::53")]
    [InlineData("2001:db8::53]:53")]
    [InlineData(":53")]
    [InlineData("a b")]
    public void Refuses_what_is_none(string value) => Assert.Null(ResolverArgument.Parse(value));
}
