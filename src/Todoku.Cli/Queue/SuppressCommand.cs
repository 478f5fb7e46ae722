using System.CommandLine;
using System.Text;
using Todoku.Cli.Check;
using Todoku.Cli.Commands;
using Todoku.Cli.Relay;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports.Escaping;
using Todoku.Web.Control;
using Todoku.Web.Control.Contract;

namespace Todoku.Cli.Queue;

/// <summary>The verb <c>suppress</c>: list, add, remove.</summary>
internal static class SuppressCommand
{
    private const int UsualLimit = 1000;

    /// <summary>Makes the command.</summary>
    public static Command Build(CliConsole console, CliTexts texts)
    {
        var command = new Command("suppress", texts.Suppress.Command) { List(console, texts), Add(console, texts), Remove(console, texts) };
        command.SetAction(_ => HelpAction.Show(command, console, texts.Help));
        return command;
    }

    private static Command List(CliConsole console, CliTexts texts)
    {
        var match = new Argument<string?>("part") { Description = texts.Suppress.Part, HelpName = "PART", Arity = ArgumentArity.ZeroOrOne };
        var limit = new Option<int>("--limit") { Description = texts.Queue.Limit(UsualLimit), HelpName = "N", DefaultValueFactory = _ => UsualLimit };
        var (json, config, lang) = Common(texts);
        var command = new Command("list", texts.Suppress.List) { match, limit, json, config, lang };
        command.SetAction(parsed =>
        {
            CommonOptions.CheckLang(parsed.GetValue(lang), texts.Usage, CommandExamples.SuppressList);
            var run = new ControlRun(console, texts, parsed.GetValue(config) ?? "");
            return run.Run((control, ct) => control.SuppressionsAsync(parsed.GetValue(match) ?? "", parsed.GetValue(limit), ct), (answer, _) =>
            {
                if (parsed.GetValue(json)) run.WriteJson("todoku/suppress-list/1", answer, ControlJson.Default.SuppressionsAnswer);
                else console.Write(Text(answer, parsed.GetValue(limit), console, texts));
            });
        });
        return command;
    }

    private static Command Add(CliConsole console, CliTexts texts)
    {
        var address = new Argument<string>("address") { Description = texts.Suppress.Address, HelpName = "ADDRESS" };
        var domain = new Option<string>("--from") { Description = texts.Suppress.From, HelpName = "DOMAIN" };
        var bulk = new Option<bool>("--bulk") { Description = texts.Suppress.Bulk };
        var time = new Option<string>("--for") { Description = texts.Suppress.For, HelpName = "TIME" };
        var note = new Option<string>("--note") { Description = texts.Suppress.Note, HelpName = "TEXT" };
        var (json, config, lang) = Common(texts);
        var command = new Command("add", texts.Suppress.Add) { address, domain, bulk, time, note, json, config, lang };
        command.SetAction(parsed =>
        {
            CommonOptions.CheckLang(parsed.GetValue(lang), texts.Usage, CommandExamples.SuppressAdd);
            TimeSpan? length = null;
            if (parsed.GetValue(time) is { } text) length = DurationArgument.TryParse(text, out var read) ? read : throw new UsageException(texts.Queue.BadAge(text), CommandExamples.SuppressAdd);
            if (parsed.GetValue(bulk) && parsed.GetValue(domain) is null) throw new UsageException(texts.Suppress.BulkNeedsFrom, CommandExamples.SuppressAdd);
            var body = new SuppressionBody
            {
                Address = parsed.GetValue(address),
                AuthorDomain = parsed.GetValue(domain),
                BulkOnly = parsed.GetValue(bulk),
                Seconds = length is { } span ? (long)span.TotalSeconds : null,
                Note = parsed.GetValue(note),
            };
            return Change(parsed.GetValue(json), texts.Suppress.Added, console, texts, parsed.GetValue(config), (control, ct) => control.SuppressAsync(body, ct));
        });
        return command;
    }

    private static Command Remove(CliConsole console, CliTexts texts)
    {
        var address = new Argument<string>("address") { Description = texts.Suppress.Address, HelpName = "ADDRESS" };
        var domain = new Option<string>("--from") { Description = texts.Suppress.From, HelpName = "DOMAIN" };
        var (json, config, lang) = Common(texts);
        var command = new Command("remove", texts.Suppress.Remove) { address, domain, json, config, lang };
        command.SetAction(parsed =>
        {
            CommonOptions.CheckLang(parsed.GetValue(lang), texts.Usage, CommandExamples.SuppressRemove);
            return Change(
                parsed.GetValue(json), texts.Suppress.Removed, console, texts, parsed.GetValue(config),
                (control, ct) => control.UnsuppressAsync(parsed.GetValue(address) ?? "", parsed.GetValue(domain) ?? "", ct));
        });
        return command;
    }

    private static int Change(
        bool isJson, Func<string, string> words, CliConsole console, CliTexts texts, string? config, Func<IRelayControl, CancellationToken, Task<ControlAnswer<SuppressionLine>>> ask)
    {
        var run = new ControlRun(console, texts, config ?? "");
        return run.Run(ask, (line, _) =>
        {
            if (isJson) run.WriteJson("todoku/suppress-line/1", line, ControlJson.Default.SuppressionLine);
            else console.Write($"{words(VisibleText.Escape(line.Address))}\n");
        });
    }

    private static string Text(SuppressionsAnswer answer, int limit, CliConsole console, CliTexts texts)
    {
        if (answer.Lines.Count == 0) return $"{texts.Suppress.Nobody}\n";
        var text = new StringBuilder();
        foreach (var line in answer.Lines)
        {
            text.Append(VisibleText.Escape(line.Address)).Append("  ").Append(VisibleText.Escape(texts.Suppress.Scope(line.Scope, line.AuthorDomain))).Append('\n');
            text.Append("    ").Append(texts.Suppress.Reason(line.Reason, Ages.Of(line.Since, console.Time), line.Until is { } until ? Ages.Of(until, console.Time) : null)).Append('\n');
            if (line.Evidence.Length > 0) text.Append("    ").Append(QueueText.Reply(line.Evidence)).Append('\n');
        }
        if (answer.IsCut) text.Append(texts.Queue.More(limit)).Append('\n');
        return text.ToString();
    }

    private static (Option<bool> Json, Option<string> Config, Option<string> Lang) Common(CliTexts texts) =>
        (new Option<bool>("--json") { Description = texts.Relay.Json }, RelayCommand.Config(texts), CommonOptions.Lang(texts.Help));
}
