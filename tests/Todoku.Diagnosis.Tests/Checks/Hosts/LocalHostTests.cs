using System.Net.Sockets;
using Microsoft.Extensions.Time.Testing;
using Todoku.Diagnosis.Checks.Hosts;
using Todoku.Mail;

namespace Todoku.Diagnosis.Tests.Checks.Hosts;

public sealed class LocalHostTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Runs_a_program() => Assert.Equal("a b\n", await new LocalHost(_time).RunAsync("printf", ["%s\\n", "a b"], TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("no-such-program")]
    [InlineData("false")]
    [InlineData("yes")]
    public async Task What_fails_or_never_stops_talking_gives_nothing(string program) =>
        Assert.Null(await new LocalHost(_time).RunAsync(program, [], TestContext.Current.CancellationToken));

    [Fact]
    public async Task Ends_what_takes_too_long()
    {
        var running = new LocalHost(_time).RunAsync("sleep", ["600"], TestContext.Current.CancellationToken);

        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Null(await running);
    }

    [Fact]
    public void What_can_not_be_had_is_null()
    {
        Assert.Null(new LocalHost(_time).ReadText("/no/such/file"));
        Assert.Null(new LocalHost(_time).ReadText("/etc"));
        Assert.True(new LocalHost(_time).SourceAddress(AddressFamily.InterNetwork) is null or { AddressFamily: AddressFamily.InterNetwork });
    }

    [Theory]
    [InlineData("192.0.2.1", true)]
    [InlineData("::ffff:192.0.2.1", true)]
    [InlineData("2001:db8::1", true)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.0", true)]
    [InlineData("169.254.169.254", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd12::1", false)]
    [InlineData("255.255.255.255", false)]
    public void Tells_addresses_of_the_internet(string address, bool isGlobal) => Assert.Equal(isGlobal, GlobalAddress.Is(System.Net.IPAddress.Parse(address)));
}
