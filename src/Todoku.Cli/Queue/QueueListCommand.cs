using System.CommandLine;
using Todoku.Cli.Commands;
using Todoku.Cli.Relay;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Web.Control;
using Todoku.Web.Control.Contract;

namespace Todoku.Cli.Queue;

/// <summary>The verb <c>queue list</c>.</summary>
internal static class QueueListCommand
{
    private const int UsualLimit = 50;
    private const int Page = 1000;

    /// <summary>Makes the command.</summary>
    public static Command Build(CliConsole console, CliTexts texts)
    {
        var selectors = new SelectorSymbols(texts);
        var limit = new Option<int>("--limit") { Description = texts.Queue.Limit(UsualLimit), HelpName = "N", DefaultValueFactory = _ => UsualLimit };
        var json = new Option<bool>("--json") { Description = texts.Relay.Json };
        var config = RelayCommand.Config(texts);
        var lang = CommonOptions.Lang(texts.Help);
        var command = new Command("list", texts.Queue.List);
        selectors.AddTo(command);
        foreach (var option in new Option[] { limit, json, config, lang }) command.Add(option);
        command.SetAction(parsed =>
        {
            CommonOptions.CheckLang(parsed.GetValue(lang), texts.Usage, CommandExamples.QueueList);
            var most = parsed.GetValue(limit);
            if (most < 1) throw new UsageException(texts.Queue.BadLimit, CommandExamples.QueueList);
            var selector = selectors.Read(parsed, CommandExamples.QueueList);
            var run = new ControlRun(console, texts, parsed.GetValue(config) ?? "");
            return run.Run((control, ct) => ListAsync(control, selector, most, ct), (answer, _) =>
            {
                if (parsed.GetValue(json)) run.WriteJson("todoku/queue-list/1", answer, ControlJson.Default.QueueListAnswer);
                else console.Write(new QueueText(texts, console.Time).List(answer, most));
            });
        });
        return command;
    }

    private static async Task<ControlAnswer<QueueListAnswer>> ListAsync(IRelayControl control, QueueSelector selector, int most, CancellationToken cancellation)
    {
        var entries = new List<QueueLine>();
        string? after = null;
        do
        {
            var answer = await control.ListAsync(selector, Math.Min(most - entries.Count, Page), after, cancellation).ConfigureAwait(false);
            if (answer is not ControlAnswer<QueueListAnswer>.Done { Value: var page }) return answer;
            entries.AddRange(page.Entries);
            after = page.Next;
        }
        while (after is not null && entries.Count < most);
        return new QueueListAnswer(entries, after);
    }
}
