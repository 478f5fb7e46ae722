using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Logs.Sources;

namespace Todoku.Cli.Diagnose;

/// <summary>
/// Which logs are read: the paths given, else the usual places, else what is piped in. A pipe is not read unasked while there are logs
/// in the usual places, since programs that start others often leave one open that nobody writes to.
/// </summary>
internal sealed class InputChoice(CliConsole console, CliTexts texts, DiagnoseOptions options, CancellationToken interrupted)
{
    private const int MostNames = 3;

    /// <summary>Finds the inputs.</summary>
    /// <exception cref="UnreadableException">There are none.</exception>
    public LogPlan Find()
    {
        var discovery = new LogDiscovery(console.Time, options.Zone) { Since = options.Since, Interrupted = interrupted };
        var plan = discovery.Find(options.Paths);
        if (options.Paths.Count == 0 && console.InputKind == StreamKind.Pipe)
        {
            if (plan.Chains.Count == 0) return discovery.Find([LogDiscovery.StandardInput]);
            console.Error.WriteLine($"todoku: {texts.Problem.PipeIgnored(Names(plan))}");
        }
        if (plan.Chains.Count > 0 || (options.Follow && plan.EmptyFiles.Count > 0)) return plan;
        throw new UnreadableException(plan.Problems.Count > 0
            ? string.Join('\n', plan.Problems.Select(texts.Problem.Of))
            : options.Since is null ? texts.Problem.NothingRead : texts.Problem.NothingInPeriod(string.Join(", ", options.Paths)));
    }

    /// <summary>The names of the inputs, a few of them.</summary>
    public static string Names(LogPlan plan)
    {
        var names = plan.Chains.SelectMany(chain => chain.Files).Select(file => file.Name).ToArray();
        return string.Join(", ", names.Length > MostNames ? [.. names[..MostNames], "..."] : names);
    }
}
