using System.CommandLine;
using System.Text;
using Todoku.Cli.Commands;
using Todoku.Cli.Queue;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports.Escaping;
using Todoku.Web.Control;
using Todoku.Web.Control.Contract;

namespace Todoku.Cli.Relay;

/// <summary>The verbs <c>relay paths</c> and <c>relay limits</c>.</summary>
internal static class RelayPathsCommand
{
    /// <summary>Makes <c>relay paths</c>.</summary>
    public static Command BuildPaths(CliConsole console, CliTexts texts)
    {
        var open = new Option<string>("--open") { Description = texts.Queue.OpenPath, HelpName = "PROVIDER/PATH" };
        var json = new Option<bool>("--json") { Description = texts.Relay.Json };
        var config = RelayCommand.Config(texts);
        var lang = CommonOptions.Lang(texts.Help);
        var command = new Command("paths", texts.Queue.PathsCommand) { open, json, config, lang };
        command.SetAction(parsed =>
        {
            CommonOptions.CheckLang(parsed.GetValue(lang), texts.Usage, CommandExamples.Of(command)[0]);
            var run = new ControlRun(console, texts, parsed.GetValue(config) ?? "");
            if (parsed.GetValue(open) is { } pair) return Open(pair, run, console, texts);
            return run.Run((control, ct) => control.PathsAsync(ct), (answer, _) =>
            {
                if (parsed.GetValue(json)) run.WriteJson("todoku/relay-paths/1", answer, ControlJson.Default.PathsAnswer);
                else console.Write(Paths(answer, console.Time, texts));
            });
        });
        return command;
    }

    /// <summary>Makes <c>relay limits</c>.</summary>
    public static Command BuildLimits(CliConsole console, CliTexts texts)
    {
        var json = new Option<bool>("--json") { Description = texts.Relay.Json };
        var config = RelayCommand.Config(texts);
        var lang = CommonOptions.Lang(texts.Help);
        var command = new Command("limits", texts.Queue.LimitsCommand) { json, config, lang };
        command.SetAction(parsed =>
        {
            CommonOptions.CheckLang(parsed.GetValue(lang), texts.Usage, CommandExamples.Of(command)[0]);
            var run = new ControlRun(console, texts, parsed.GetValue(config) ?? "");
            return run.Run((control, ct) => control.LimitsAsync(ct), (answer, _) =>
            {
                if (parsed.GetValue(json)) run.WriteJson("todoku/relay-limits/1", answer, ControlJson.Default.LimitsAnswer);
                else console.Write(answer.Limits.Count == 0 ? $"{texts.Queue.NothingSent}\n" : string.Concat(answer.Limits.Select(limit => $"{VisibleText.Escape(texts.Queue.LimitStands(limit))}\n")));
            });
        });
        return command;
    }

    private static int Open(string pair, ControlRun run, CliConsole console, CliTexts texts)
    {
        var slash = pair.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash == pair.Length - 1) throw new UsageException(texts.Queue.BadPathPair(pair), CommandExamples.RelayPathsOpen);
        var wish = new PathRequestBody(pair[..slash], pair[(slash + 1)..]);
        return run.Run((control, ct) => control.OpenPathAsync(wish, ct), (done, _) => console.Write($"{VisibleText.Escape(texts.Queue.PathOpened(done.Path ?? "", done.Provider ?? ""))}\n"));
    }

    private static string Paths(PathsAnswer answer, TimeProvider time, CliTexts texts)
    {
        if (answer.Paths.Count == 0 && answer.Unauthorized.Count == 0) return $"{texts.Queue.NoPathNews}\n";
        var text = new StringBuilder();
        foreach (var path in answer.Paths)
        {
            text.Append(VisibleText.Escape(texts.Queue.PathStands(path))).Append('\n');
            if (path.Since is { } since) text.Append("    ").Append(texts.Queue.PathTimes(path, Ages.Of(since, time), path.Until is { } until ? Ages.Of(until, time) : "")).Append('\n');
            if (path.Reply is { } reply) text.Append("    ").Append(path.Cause).Append(": ").Append(QueueText.Reply(reply)).Append('\n');
        }
        foreach (var one in answer.Unauthorized) text.Append(VisibleText.Escape(texts.Queue.Unauthorized(one.Path, one.Sender, one.Why))).Append('\n');
        return text.ToString();
    }
}
