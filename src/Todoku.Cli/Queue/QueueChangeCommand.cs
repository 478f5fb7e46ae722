using System.CommandLine;
using Todoku.Cli.Commands;
using Todoku.Cli.Relay;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Web.Control;
using Todoku.Web.Control.Contract;

namespace Todoku.Cli.Queue;

/// <summary>The verbs that change what is queued: <c>queue retry</c>, <c>hold</c>, <c>release</c>, <c>drop</c>.</summary>
internal static class QueueChangeCommand
{
    /// <summary>Makes a command.</summary>
    public static Command Build(string verb, string help, CliConsole console, CliTexts texts)
    {
        var ids = new Argument<string[]>("id") { Description = texts.Queue.Id, HelpName = "ID", Arity = ArgumentArity.ZeroOrMore };
        var selectors = new SelectorSymbols(texts);
        var all = new Option<bool>("--all") { Description = texts.Queue.All };
        var json = new Option<bool>("--json") { Description = texts.Relay.Json };
        var config = RelayCommand.Config(texts);
        var lang = CommonOptions.Lang(texts.Help);
        var command = new Command(verb, help) { ids };
        selectors.AddTo(command);
        foreach (var option in new Option[] { all, json, config, lang }) command.Add(option);
        command.SetAction(parsed =>
        {
            var example = CommandExamples.Of(command)[0];
            CommonOptions.CheckLang(parsed.GetValue(lang), texts.Usage, example);
            var selector = selectors.Read(parsed, example);
            var named = parsed.GetValue(ids) ?? [];
            if (named.Length == 0 && selector == QueueSelector.All && !parsed.GetValue(all)) throw new UsageException(texts.Queue.NothingNamed, example);
            var run = new ControlRun(console, texts, parsed.GetValue(config) ?? "");
            return run.Run((control, ct) => ChangeAsync(control, verb, named, selector, parsed.GetValue(all), ct), (answer, _) =>
            {
                if (parsed.GetValue(json)) run.WriteJson($"todoku/queue-{verb}/1", answer, ControlJson.Default.ChangeAnswer);
                else console.Write($"{texts.Queue.Changed(verb, answer)}\n");
            });
        });
        return command;
    }

    private static async Task<ControlAnswer<ChangeAnswer>> ChangeAsync(IRelayControl control, string verb, string[] ids, QueueSelector selector, bool all, CancellationToken cancellation)
    {
        if (ids.Length == 0) return await control.ChangeAsync(new ChangeBody(verb, selector, all), cancellation).ConfigureAwait(false);
        var sum = new ChangeAnswer(0, 0, 0);
        foreach (var id in ids)
        {
            var answer = await control.ChangeAsync(new ChangeBody(verb, selector with { Id = id }), cancellation).ConfigureAwait(false);
            if (answer is not ControlAnswer<ChangeAnswer>.Done { Value: var done }) return answer;
            sum = new ChangeAnswer(sum.Changed + done.Changed, sum.BeingSent + done.BeingSent, sum.Matched + done.Matched);
        }
        return sum;
    }
}
