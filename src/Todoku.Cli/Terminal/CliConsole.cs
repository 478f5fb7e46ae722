using System.Collections;
using Todoku.Apply.Hosts;
using Todoku.Apply.NameServers;
using Todoku.Diagnosis.Checks.Hosts;
using Todoku.Diagnosis.Reports;
using Todoku.Logs.Sources;
using Todoku.Relay.Operating;

namespace Todoku.Cli.Terminal;

/// <summary>All that the command line program touches of the world around it, so that tests can stand in for it.</summary>
internal sealed class CliConsole
{
    /// <summary>Opens standard input.</summary>
    public required Func<Stream> OpenInput { get; init; }

    /// <summary>Standard output, as bytes.</summary>
    public required Stream Output { get; init; }

    /// <summary>Standard error, for people.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Environment variables.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>The host that the program runs on; nothing is known of it unless it is set.</summary>
    public IHost Host { get; init; } = new NoHost();

    /// <summary>The host that <c>apply</c> changes.</summary>
    public Func<IApplyHost> OpenApplyHost { get; init; } = () => throw new InvalidOperationException("no host to change");

    /// <summary>The name servers that <c>apply</c> changes zones at.</summary>
    public Func<INameServers> OpenNameServers { get; init; } = () => throw new InvalidOperationException("no name servers");

    /// <summary>The mail logs of that host, from a time on; none unless it is set.</summary>
    public Func<DateTimeOffset, CancellationToken, LogPlan> OwnLogs { get; init; } = (_, _) => new LogPlan([], []);

    /// <summary>The name that the program was called by.</summary>
    public string ProgramName { get; init; } = "todoku";

    /// <summary>The name of the user who runs it; looked up when it is asked for.</summary>
    public Func<string> UserName { get; init; } = () => "nobody";

    /// <summary>What standard input is.</summary>
    public StreamKind InputKind { get; init; } = StreamKind.Other;

    /// <summary>Waits for a key of the terminal and does not show it.</summary>
    public Func<ConsoleKeyInfo> ReadKey { get; init; } = () => Console.ReadKey(intercept: true);

    /// <summary>Whether standard output is a terminal.</summary>
    public bool IsOutputTerminal { get; init; }

    /// <summary>Whether standard error is a terminal.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>Width of the terminal in columns; 80 when there is none.</summary>
    public Func<int> Width { get; init; } = () => ReportLayout.DefaultWidth;

    /// <summary>The console of this process.</summary>
    public static CliConsole OfProcess() => new()
    {
        OpenInput = Console.OpenStandardInput,
        Output = new StandardOutput(),
        Error = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardError()) { AutoFlush = true }),
        Environment = System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => entry.Value as string ?? "", StringComparer.Ordinal),
        Time = TimeProvider.System,
        Host = new LocalHost(TimeProvider.System),
        OpenNameServers = () => new NetworkNameServers(TimeProvider.System),
        OpenApplyHost = () => new LocalApplyHost(TimeProvider.System),
        OwnLogs = (since, interrupted) => new LogDiscovery(TimeProvider.System, TimeZoneInfo.Local) { Since = since, Interrupted = interrupted }.Find([]),
        ProgramName = Path.GetFileName(System.Environment.GetCommandLineArgs()[0]),
        UserName = () => UserAccount.NameOf(UserAccount.CurrentId),
        InputKind = StandardInput.Kind(),
        IsOutputTerminal = !Console.IsOutputRedirected,
        IsErrorTerminal = !Console.IsErrorRedirected,
        Width = WindowWidth,
    };

    /// <summary>An environment variable; empty when it is not set.</summary>
    public string Variable(string name) => Environment.GetValueOrDefault(name, "");

    /// <summary>Whether a terminal may be written to in colours (no-color.org).</summary>
    public bool MayColour(bool isForbidden) => !isForbidden && Variable("NO_COLOR").Length == 0 && Variable("TERM") != "dumb";

    /// <summary>Writes text to standard output.</summary>
    public void Write(string text) => Output.Write(System.Text.Encoding.UTF8.GetBytes(text));

    private static int WindowWidth()
    {
        if (Console.IsOutputRedirected) return ReportLayout.DefaultWidth;
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : ReportLayout.DefaultWidth;
        }
        catch (Exception error) when (error is IOException or PlatformNotSupportedException)
        {
            return ReportLayout.DefaultWidth;
        }
    }
}
