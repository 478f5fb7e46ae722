using System.Net;
using System.Net.Sockets;
using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports.Escaping;
using Todoku.Knowledge;
using Todoku.Relay.Operating;
using Todoku.Sandbox;
using Todoku.Sandbox.Scenarios;
using Todoku.Sandbox.World;
using Todoku.Web.Sandbox;

namespace Todoku.Cli.Sandbox;

/// <summary>Runs a scenario until it is stopped.</summary>
internal sealed class SandboxRun(CliConsole console, CliTexts texts)
{
    /// <summary>Runs it.</summary>
    /// <param name="file">The scenario.</param>
    public int Run(string file)
    {
        switch (ScenarioReader.Read(file, texts.Language))
        {
            case ScenarioOutcome.Wrong wrong:
                foreach (var problem in wrong.Problems) console.Error.WriteLine(VisibleText.Escape(problem.ToString()));
                return ExitStatus.WrongArguments;
            case ScenarioOutcome.Read read:
                return RunAsync(read.Scenario).GetAwaiter().GetResult();
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task<int> RunAsync(Scenario scenario)
    {
        using var interruption = Interruption.Listen(() => { });
        var world = new SandboxWorld(scenario, KnowledgeBase.LoadEmbedded(), console.Time, Tell);
        try
        {
            var server = await SandboxServer.StartAsync(world, console.Time).ConfigureAwait(false);
            await using var _ = server.ConfigureAwait(false);
            if (scenario.Http is null) await WaitAsync(server, interruption.Token).ConfigureAwait(false);
            else await ServeMailboxAsync(server, scenario.Http, interruption.Token).ConfigureAwait(false);
        }
        catch (SocketException error)
        {
            throw new UnreadableException(texts.Sandbox.CannotListen(error.Message));
        }
        return ExitStatus.Fine;
    }

    private async Task ServeMailboxAsync(SandboxServer server, IPEndPoint place, CancellationToken stop)
    {
        var door = await new SandboxDoor(server.World, texts.Language, Tell).OpenAsync(ListeningSockets.Bind(place)).ConfigureAwait(false);
        await using var _ = door.ConfigureAwait(false);
        await WaitAsync(server, stop).ConfigureAwait(false);
    }

    private async Task WaitAsync(SandboxServer server, CancellationToken stop)
    {
        Report(server);
        await Task.Delay(Timeout.InfiniteTimeSpan, console.Time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void Report(SandboxServer server)
    {
        var scenario = server.World.Scenario;
        Line(server.Dns is { } dns ? texts.Sandbox.Dns(dns.ToString()) : texts.Sandbox.Resolver(string.Join(", ", scenario.Resolvers)));
        foreach (var one in scenario.Providers)
        {
            var places = string.Join(", ", one.Addresses.Select(address => new IPEndPoint(address, server.SmtpPort)));
            Line(texts.Sandbox.Provider(one.Host.ToString(), places, one.Profile, string.Join(", ", one.Domains)));
        }
        if (scenario.Http is { } http) Line(texts.Sandbox.Mailbox($"http://{http}/"));
        Line("");
        Line(texts.Sandbox.Notice);
    }

    private void Tell(string words) => console.Error.WriteLine($"todoku: {VisibleText.Escape(words)}");

    private void Line(string text)
    {
        console.Write($"{VisibleText.Escape(text)}\n");
        console.Output.Flush();
    }
}
