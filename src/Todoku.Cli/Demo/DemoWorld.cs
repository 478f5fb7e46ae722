using System.Net;
using System.Text;
using Todoku.Cli.Commands;
using Todoku.Cli.Sandbox;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Knowledge;
using Todoku.Sandbox;
using Todoku.Sandbox.Scenarios;
using Todoku.Sandbox.Sending;
using Todoku.Sandbox.World;

namespace Todoku.Cli.Demo;

/// <summary>The world of the demo: the sandbox of <c>samples/sandbox/story.toml</c>, the web server with its mail log, and the relay. All in a folder of its own.</summary>
internal sealed class DemoWorld : IAsyncDisposable
{
    /// <summary>The web server.</summary>
    public const string WebHost = "web1.hosting.example";

    private static readonly IPAddress WebSource = IPAddress.Parse("127.0.1.10");

    private readonly CliConsole _console;
    private readonly CliTexts _texts;
    private DemoRelay? _relay;

    private DemoWorld(CliConsole console, CliTexts texts, SandboxServer server, string folder)
    {
        (_console, _texts, Server, Folder) = (console, texts, server, folder);
        Postfix = new PostfixStandIn(server.World, WebHost, WebSource, server.SmtpPort, MailLog, console.Time);
    }

    /// <summary>The sandbox.</summary>
    public SandboxServer Server { get; }

    /// <summary>Where its files are.</summary>
    public string Folder { get; }

    /// <summary>The web server's Postfix.</summary>
    public PostfixStandIn Postfix { get; }

    /// <summary>The web server's mail log.</summary>
    public string MailLog => Path.Combine(Folder, "mail.log");

    /// <summary>The relay's log.</summary>
    public string RelayLog => Path.Combine(Folder, "relay.log");

    /// <summary>The relay's configuration.</summary>
    public string RelayFile => Path.Combine(Folder, "relay.toml");

    /// <summary>Where DNS is asked.</summary>
    public string Resolver => Server.Dns?.ToString() ?? "";

    /// <summary>Where the relay takes mail; null before it runs.</summary>
    public IPEndPoint? RelayPlace => _relay?.EndPoint;

    /// <summary>Whether the relay has nothing left to do, or does not run.</summary>
    public bool IsRelayIdle => _relay?.IsIdle != false;

    /// <summary>The clock.</summary>
    public WorldClock Clock => Server.World.Clock;

    /// <summary>Begins.</summary>
    public static async Task<DemoWorld> StartAsync(CliConsole console, CliTexts texts)
    {
        var scenario = ScenarioReader.Parse(SampleScenarios.Read("story"), "story.toml", texts.Language) is ScenarioOutcome.Read read ? read.Scenario : throw new InvalidOperationException("story.toml is wrong.");
        var world = new SandboxWorld(scenario, KnowledgeBase.LoadEmbedded(), console.Time, _ => { });
        var server = await SandboxServer.StartAsync(world, console.Time).ConfigureAwait(false);
        return new DemoWorld(console, texts, server, Directory.CreateTempSubdirectory("todoku-demo-").FullName);
    }

    /// <summary>Runs a command of this program, as a person would type it.</summary>
    public CommandAnswer Run(params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var console = new CliConsole { OpenInput = () => new MemoryStream(), Output = output, Error = error, Environment = new Dictionary<string, string>(), Time = Clock };
        var status = TodokuCommand.Run([.. arguments, "--lang", _texts.Language == Language.Japanese ? "ja" : "en"], console);
        return new CommandAnswer(status, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    /// <summary>Starts the relay by its configuration.</summary>
    public async Task StartRelayAsync() => _relay = await DemoRelay.StartAsync(RelayFile, RelayLog, Clock, _texts.Language).ConfigureAwait(false);

    /// <summary>Lets the relay read its configuration anew.</summary>
    /// <returns>Whether it did.</returns>
    public bool ReloadRelay() => _relay?.Reload() == true;

    /// <summary>Waits until something is so; not for ever: the step says what is missing.</summary>
    public async Task WaitAsync(Func<bool> isSo, CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15), _console.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, ct);
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20), _console.Time);
        try
        {
            while (!isSo()) await ticks.WaitForNextTickAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // It did not come.
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_relay is not null) await _relay.DisposeAsync().ConfigureAwait(false);
        await Server.DisposeAsync().ConfigureAwait(false);
    }
}
