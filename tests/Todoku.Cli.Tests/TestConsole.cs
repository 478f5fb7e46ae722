using System.Text;
using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;
using Todoku.Diagnosis.Checks.Hosts;
using Todoku.Logs.Sources;

namespace Todoku.Cli.Tests;

/// <summary>A console whose input is given and whose output is kept; the clock stands at a fixed moment.</summary>
internal sealed class TestConsole
{
    public static readonly DateTimeOffset Now = new(2026, 5, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly MemoryStream _output = new();
    private readonly StringWriter _error = new();

    public byte[] Input { get; init; } = [];

    public StreamKind InputKind { get; init; } = StreamKind.Other;

    public bool IsTerminal { get; init; }

    public int Width { get; init; } = 80;

    public string UserName { get; init; } = "user";

    /// <summary>The keys that are pressed.</summary>
    public Func<ConsoleKeyInfo> ReadKey { get; init; } = () => throw new InvalidOperationException("no key is pressed");

    public IHost Host { get; init; } = new NoHost();

    /// <summary>The host that apply changes.</summary>
    public Todoku.Apply.Hosts.IApplyHost? ApplyHost { get; init; }

    /// <summary>The mail log of the host; empty: it has none.</summary>
    public string OwnLog { get; init; } = "";

    public Dictionary<string, string> Environment { get; init; } = [];

    public string Output => Encoding.UTF8.GetString(_output.ToArray());

    public string Error => _error.ToString();

    /// <summary>Runs a command line; gives its exit status.</summary>
    public int Run(params string[] args) => TodokuCommand.Run(WithoutNetwork(args), new CliConsole
    {
        OpenInput = () => new MemoryStream(Input),
        Output = _output,
        Error = _error,
        Environment = Environment,
        Time = new FixedClock(),
        Host = Host,
        OpenNameServers = () => new Todoku.Apply.Tests.NoNameServers(),
        OpenApplyHost = () => ApplyHost ?? throw new InvalidOperationException("no host to change"),
        OwnLogs = (_, _) => new LogPlan(OwnLog.Length == 0 ? [] : [new LogChain([new LogFile("mail.log", Now, OwnLog.Length, () => new MemoryStream(Encoding.UTF8.GetBytes(OwnLog)))])], []),
        UserName = () => UserName,
        InputKind = InputKind,
        ReadKey = ReadKey,
        IsOutputTerminal = IsTerminal,
        Width = () => Width,
    });

    // No test asks the DNS of the machine that it runs on: a diagnosis that names nobody to ask is off-line.
    private static string[] WithoutNetwork(string[] args) =>
        args is ["diagnose", ..] && !args.Any(arg => arg is "--resolver" or "--zone" or "--offline" or "--help") ? [.. args, "--offline"] : args;

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
