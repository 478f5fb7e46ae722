using System.CommandLine;
using Todoku.Cli.Commands;
using Todoku.Cli.Relay;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Web.Control;

namespace Todoku.Cli.Queue;

/// <summary>The verb <c>queue</c>: its own verbs.</summary>
internal static class QueueCommand
{
    private const int UsualLanes = 20;

    /// <summary>Makes the command.</summary>
    public static Command Build(CliConsole console, CliTexts texts)
    {
        var command = new Command("queue", texts.Queue.Command)
        {
            QueueListCommand.Build(console, texts), Show(console, texts), Why(console, texts), Shape(console, texts), Trace(console, texts),
            QueueChangeCommand.Build("retry", texts.Queue.Retry, console, texts), QueueChangeCommand.Build("hold", texts.Queue.Hold, console, texts),
            QueueChangeCommand.Build("release", texts.Queue.Release, console, texts), QueueChangeCommand.Build("drop", texts.Queue.Drop, console, texts),
        };
        command.SetAction(_ => HelpAction.Show(command, console, texts.Help));
        return command;
    }

    private static Command Show(CliConsole console, CliTexts texts) => Of("show", texts.Queue.Show, console, texts, (id, run, isJson) => run.Run(
        (control, ct) => control.ShowAsync(id, ct),
        (answer, _) =>
        {
            if (isJson) run.WriteJson("todoku/queue-show/1", answer, ControlJson.Default.MessageAnswer);
            else console.Write(new QueueText(texts, console.Time).Message(answer));
        }));

    private static Command Why(CliConsole console, CliTexts texts) => Of("why", texts.Queue.Why, console, texts, (id, run, isJson) => run.Run(
        (control, ct) => control.WhyAsync(id, ct),
        (answer, isRunning) =>
        {
            if (isJson) run.WriteJson("todoku/queue-why/1", answer, ControlJson.Default.WhyAnswer);
            else console.Write(new WhyText(texts, console.Time, isRunning).Of(answer));
        }));

    private static Command Trace(CliConsole console, CliTexts texts) => Of("trace", texts.Queue.Trace, console, texts, (id, run, isJson) => run.Run(
        (control, ct) => control.TraceAsync(id, ct),
        (answer, _) =>
        {
            if (isJson) run.WriteJson("todoku/queue-trace/1", answer, ControlJson.Default.TraceAnswer);
            else console.Write(new TraceText(texts, console.Time).Of(answer));
        }));

    private static Command Shape(CliConsole console, CliTexts texts)
    {
        var lanes = new Option<int>("--lanes") { Description = texts.Queue.Lanes(UsualLanes), HelpName = "N", DefaultValueFactory = _ => UsualLanes };
        var json = new Option<bool>("--json") { Description = texts.Relay.Json };
        var config = RelayCommand.Config(texts);
        var lang = CommonOptions.Lang(texts.Help);
        var command = new Command("shape", texts.Queue.Shape) { lanes, json, config, lang };
        command.SetAction(parsed =>
        {
            CommonOptions.CheckLang(parsed.GetValue(lang), texts.Usage, CommandExamples.QueueShape);
            var run = new ControlRun(console, texts, parsed.GetValue(config) ?? "");
            return run.Run((control, ct) => control.ShapeAsync(parsed.GetValue(lanes), ct), (answer, _) =>
            {
                if (parsed.GetValue(json)) run.WriteJson("todoku/queue-shape/1", answer, ControlJson.Default.ShapeAnswer);
                else console.Write(new ShapeText(texts).Of(answer));
            });
        });
        return command;
    }

    // A verb about one message.
    private static Command Of(string name, string help, CliConsole console, CliTexts texts, Func<string, ControlRun, bool, int> run)
    {
        var id = new Argument<string>("id") { Description = texts.Queue.Id, HelpName = "ID" };
        var json = new Option<bool>("--json") { Description = texts.Relay.Json };
        var config = RelayCommand.Config(texts);
        var lang = CommonOptions.Lang(texts.Help);
        var command = new Command(name, help) { id, json, config, lang };
        command.SetAction(parsed =>
        {
            CommonOptions.CheckLang(parsed.GetValue(lang), texts.Usage, CommandExamples.Of(command)[0]);
            return run(parsed.GetValue(id) ?? "", new ControlRun(console, texts, parsed.GetValue(config) ?? ""), parsed.GetValue(json));
        });
        return command;
    }
}
