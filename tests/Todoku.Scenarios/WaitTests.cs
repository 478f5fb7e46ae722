namespace Todoku.Scenarios;

/// <summary><c>todoku check --wait</c> at real name servers.</summary>
public sealed class WaitTests : IDisposable
{
    private const string First = "203.0.113.53";
    private const string Second = "203.0.113.54";
    private const string Mx = "@ MX 10 mail\nmail A 192.0.2.25\n";
    private const string Dmarc = "_dmarc TXT \"v=DMARC1; p=none; rua=mailto:dmarc@example.com\"\n";
    private const string Spf = "@ TXT \"v=spf1 ip4:192.0.2.25 ~all\"\n";
    private const string OldSpf = "@ TXT \"v=spf1 ip4:192.0.2.25 ?all\"\n";

    private static readonly string[] Check = ["check", "example.com", "--no-host", "--ip", "192.0.2.25", "--resolver", First, "--lang", "en", "--wait"];

    private readonly string _folder = Directory.CreateTempSubdirectory("todoku-wait-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Ends_when_the_change_is_visible()
    {
        Require();
        var ct = TestContext.Current.CancellationToken;
        await using var network = await NetworkNamespace.StartAsync(ct, First);
        var server = await NameServer.StartAsync(network, _folder, [First], new Dictionary<string, string> { ["example.com"] = Mx + Dmarc + OldSpf }, ct);
        using var todoku = network.StartTodoku(null, Check);
        var output = todoku.StandardOutput.ReadToEndAsync(ct);
        var said = new List<string>();
        while (await todoku.StandardError.ReadLineAsync(ct) is { } line)
        {
            said.Add(line);
            // It has asked once, in vain.
            if (line.Contains("0 of 1 name servers show the records", StringComparison.Ordinal)) await server.ChangeAsync("example.com", Mx + Dmarc + Spf, ct);
        }
        await todoku.WaitForExitAsync(ct);

        Assert.Contains("    example.com. IN TXT \"v=spf1 ip4:192.0.2.25 ~all\"", said);
        Assert.Equal("todoku: All name servers and the resolver show the records.", said[^1]);
        Assert.Contains("✓ The SPF record of example.com ends in ~all", await output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_a_server_that_is_silent_from_one_that_is_late()
    {
        Require();
        var ct = TestContext.Current.CancellationToken;
        await using var network = await NetworkNamespace.StartAsync(ct, First);
        var zone = $"@ NS ns2\nns2 A {Second}\n{Mx}{Dmarc}{OldSpf}";
        await NameServer.StartAsync(network, _folder, [First], new Dictionary<string, string> { ["example.com"] = zone }, ct);

        var (status, _, errors) = await network.TodokuAsync(null, ct, [.. Check, "--timeout", "5s"]);

        Assert.Equal(1, status);
        Assert.Contains("todoku: 0 of 2 name servers show the records; ns2.example.com did not answer.", errors, StringComparison.Ordinal);
        Assert.Contains("The time is over. Without the records: ns.example.com. See whether the change was saved", errors, StringComparison.Ordinal);
        Assert.Contains("ns2.example.com did not answer, so that it is not known what is there.", errors, StringComparison.Ordinal);
    }

    private static void Require()
    {
        var missing = NetworkNamespace.Missing() ?? NameServer.Missing() ?? TodokuCommand.Missing();
        Assert.SkipWhen(missing is not null, missing ?? "");
    }
}
