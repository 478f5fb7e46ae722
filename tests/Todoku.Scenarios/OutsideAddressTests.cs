using System.Text.Json;

namespace Todoku.Scenarios;

/// <summary><c>todoku check --ask-address</c> with real name servers in the place of OpenDNS's and Google's.</summary>
public sealed class OutsideAddressTests : IDisposable
{
    private const string Resolver = "203.0.113.53";
    private const string OpenDns = "203.0.113.1";
    private const string OpenDns6 = "2001:db8::1";
    private const string Google = "203.0.113.2";
    private const string Google6 = "2001:db8::2";

    private readonly string _folder = Directory.CreateTempSubdirectory("todoku-outside-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("A 198.51.100.25", "TXT \"198.51.100.25\"", "198.51.100.25")]
    [InlineData("AAAA 2001:db8::25", "TXT \"2001:db8::25\"", "2001:db8::25")]
    [InlineData("A 198.51.100.25", "TXT \"198.51.100.25\"\no-o.myaddr TXT \"edns0-client-subnet 198.51.100.0/24\"", "198.51.100.25")]
    // They don't say the same.
    [InlineData("A 198.51.100.25", "TXT \"198.51.100.26\"", null)]
    // One has no answer, or an odd one.
    [InlineData("A 198.51.100.25", "A 198.51.100.25", null)]
    [InlineData("TXT \"198.51.100.25\"", "TXT \"198.51.100.25\"", null)]
    [InlineData("A 198.51.100.25", "TXT \"your address is 198.51.100.25\"", null)]
    [InlineData("A 198.51.100.25", "TXT \"\\000\\255\\010\"", null)]
    // Both see an address that the internet does not reach.
    [InlineData("A 10.0.0.5", "TXT \"10.0.0.5\"", null)]
    public async Task Is_taken_when_both_say_the_same(string openDns, string google, string? expected)
    {
        Require();
        var ct = TestContext.Current.CancellationToken;
        await using var network = await StartAsync(ct);
        await NameServer.StartAsync(network, _folder, [OpenDns, OpenDns6], new Dictionary<string, string> { ["opendns.com"] = $"myip {openDns}" }, ct);
        await NameServer.StartAsync(network, _folder, [Google, Google6], new Dictionary<string, string> { ["l.google.com"] = $"o-o.myaddr {google}" }, ct);

        var (addresses, origin, errors) = await AskAsync(network, ct);

        Assert.Contains("asking resolver1.opendns.com, ns1.google.com", errors, StringComparison.Ordinal);
        Assert.Equal(expected ?? "", addresses);
        Assert.Equal(expected is null ? null : "outside", origin);
        Assert.Equal(expected is null, errors.Contains("the address as seen from outside is not known", StringComparison.Ordinal));
    }

    [Theory]
    // Nobody listens there, so that the host itself says so; or somebody listens and is silent.
    [InlineData(false)]
    [InlineData(true)]
    public async Task Is_not_known_when_one_does_not_answer(bool isSilent)
    {
        Require();
        var ct = TestContext.Current.CancellationToken;
        await using var network = await StartAsync(ct);
        await NameServer.StartAsync(network, _folder, [OpenDns, OpenDns6], new Dictionary<string, string> { ["opendns.com"] = "myip A 198.51.100.25" }, ct);
        if (isSilent)
        {
            string[] silence = ["-c", $"import socket, sys, time\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\ns.bind(('{Google}', 53))\nprint('listening', file=sys.stderr, flush=True)\nwhile True: s.recv(4096)"];
            await network.ServeAsync("listening", "/usr/bin/python3", silence, ct);
        }

        var (addresses, _, errors) = await AskAsync(network, ct);

        Assert.Equal("", addresses);
        Assert.Contains("the servers gave no answer, or not the same. Give the address with --ip.", errors, StringComparison.Ordinal);
    }

    private static void Require()
    {
        var missing = NetworkNamespace.Missing() ?? NameServer.Missing() ?? TodokuCommand.Missing();
        Assert.SkipWhen(missing is not null, missing ?? "");
    }

    private async Task<NetworkNamespace> StartAsync(CancellationToken ct)
    {
        var network = await NetworkNamespace.StartAsync(ct, Resolver, OpenDns, OpenDns6, Google, Google6);
        await NameServer.StartAsync(network, _folder, [Resolver], new Dictionary<string, string>
        {
            ["opendns.com"] = $"resolver1 A {OpenDns}\nresolver1 AAAA {OpenDns6}",
            ["google.com"] = $"ns1 A {Google}\nns1 AAAA {Google6}",
            ["example.com"] = "@ MX 10 mail\nmail A 198.51.100.25",
        }, ct);
        return network;
    }

    private static async Task<(string Addresses, string? Origin, string Errors)> AskAsync(NetworkNamespace network, CancellationToken ct)
    {
        var (_, output, errors) = await network.TodokuAsync(null, ct, "check", "example.com", "--ask-address", "--no-host", "--resolver", Resolver, "--json", "--lang", "en");
        using var json = JsonDocument.Parse(output);
        var subject = json.RootElement.GetProperty("subject");
        var addresses = string.Join(' ', subject.GetProperty("addresses").EnumerateArray().Select(address => address.GetString()));
        return (addresses, subject.GetProperty("origins").TryGetProperty("addresses", out var origin) ? origin.GetString() : null, errors);
    }
}
