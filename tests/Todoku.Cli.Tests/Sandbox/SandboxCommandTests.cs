using System.Net;
using System.Net.Sockets;
using Todoku.Knowledge;
using Todoku.Relay.Operating;
using Todoku.Sandbox.Mails;
using Todoku.Sandbox.Scenarios;
using Todoku.Sandbox.World;
using Todoku.Web.Sandbox;

namespace Todoku.Cli.Tests.Sandbox;

/// <summary>The verb sandbox.</summary>
public sealed class SandboxCommandTests
{
    [Theory]
    [InlineData("en", "A small internet to try things in")]
    [InlineData("ja", "試すための小さなインターネット")]
    public void Init_writes_a_scenario_that_can_be_run(string language, string words)
    {
        using var folder = new TemporaryFolder();
        var file = folder["sandbox.toml"];

        Assert.Equal(0, new TestConsole().Run("sandbox", "init", file, "--lang", language));

        Assert.Contains(words, File.ReadAllText(file), StringComparison.Ordinal);
        Assert.IsType<ScenarioOutcome.Read>(ScenarioReader.Read(file, Language.English));
        var again = new TestConsole();
        Assert.Equal(3, again.Run("sandbox", "init", file, "--lang", language));
        // The file is an argument here, no option.
        Assert.DoesNotContain("--config", again.Error, StringComparison.Ordinal);
        Assert.Contains("--force", again.Error, StringComparison.Ordinal);
        Assert.Equal(0, again.Run("sandbox", "init", file, "--force"));
    }

    [Fact]
    public void Run_tells_all_that_is_wrong_with_a_scenario()
    {
        using var folder = new TemporaryFolder();
        var file = folder["sandbox.toml"];
        File.WriteAllText(file, "[sandbox]\nsed = 1\n[dns]\nttl = \"soon\"\n");
        var console = new TestConsole();

        Assert.Equal(2, console.Run("sandbox", "run", file));

        Assert.Contains($"{file}:2: [sandbox] takes no 'sed': did you mean 'seed'?", console.Error, StringComparison.Ordinal);
        Assert.Contains($"{file}:4: 'ttl' is \"soon\"", console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inbox_shows_what_became_of_each_mail()
    {
        var world = new SandboxWorld(((ScenarioOutcome.Read)ScenarioReader.Parse("[[provider]]\nprofile = \"google\"\nhost = \"mx.google.com\"\naddress = \"127.0.2.1\"\ndomains = [\"gmail.com\"]\n", "x.toml", Language.English)).Scenario, KnowledgeBase.LoadEmbedded(), TimeProvider.System, _ => { });
        world.Mails.Add(new StoredMail(0, default, "mx.google.com", "google", IPAddress.Parse("192.0.2.1"), "h", "a@b.example", ["c@gmail.com"]) { Reply = "550 5.7.1 no", Because = ["listed"], Rule = "google.low-ip-reputation" });
        world.Mails.Add(new StoredMail(0, default, "mx.google.com", "google", IPAddress.Parse("192.0.2.1"), "h", "a@b.example", ["c@gmail.com"]) { IsAccepted = true, Reply = "250 OK", Subject = "x\u001b[2Jy", Message = "Subject: x\r\n\r\nhello\r\n"u8.ToArray() });
        var socket = ListeningSockets.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var url = $"http://{socket.LocalEndPoint}";
        await using var door = await new SandboxDoor(world, Language.English, _ => { }).OpenAsync(socket);

        var (all, one, json) = (new TestConsole(), new TestConsole(), new TestConsole());
        Assert.Equal((0, 0, 0), (all.Run("sandbox", "inbox", "--url", url), one.Run("sandbox", "inbox", "2", "--url", url), json.Run("sandbox", "inbox", "--json", "--url", url)));

        Assert.Contains("refused  mx.google.com  192.0.2.1  <a@b.example> -> c@gmail.com", all.Output, StringComparison.Ordinal);
        Assert.Contains("listed  (google.low-ip-reputation)", all.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', all.Output);
        Assert.Contains("\nhello\n", one.Output, StringComparison.Ordinal);
        Assert.StartsWith("{\"schema\":\"todoku/sandbox-inbox/1\"", json.Output, StringComparison.Ordinal);
        Assert.Equal(3, new TestConsole().Run("sandbox", "inbox", "9", "--url", url));
    }

    [Fact]
    public void Inbox_says_what_to_do_when_no_sandbox_runs()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var place = listener.LocalEndpoint;
        listener.Stop();
        var console = new TestConsole();

        Assert.Equal(3, console.Run("sandbox", "inbox", "--url", $"http://{place}"));

        Assert.Contains("todoku sandbox run", console.Error, StringComparison.Ordinal);
        Assert.Equal(2, new TestConsole().Run("sandbox", "inbox", "--url", "nonsense"));
    }
}
