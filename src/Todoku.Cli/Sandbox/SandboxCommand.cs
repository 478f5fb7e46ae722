using System.CommandLine;
using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;

namespace Todoku.Cli.Sandbox;

/// <summary>The verb <c>sandbox</c>: its own verbs.</summary>
internal static class SandboxCommand
{
    private const string UsualUrl = "http://127.0.0.1:8025";

    /// <summary>Makes the command.</summary>
    public static Command Build(CliConsole console, CliTexts texts)
    {
        var command = new Command("sandbox", texts.Sandbox.Command) { BuildInit(console, texts), BuildRun(console, texts), BuildInbox(console, texts) };
        command.SetAction(_ => HelpAction.Show(command, console, texts.Help));
        return command;
    }

    private static Command BuildRun(CliConsole console, CliTexts texts)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = texts.Sandbox.Scenario };
        var lang = CommonOptions.Lang(texts.Help);
        var command = new Command("run", texts.Sandbox.RunCommand) { scenario, lang };
        command.SetAction(parsed =>
        {
            CommonOptions.CheckLang(parsed.GetValue(lang), texts.Usage, CommandExamples.SandboxRun);
            return new SandboxRun(console, texts).Run(parsed.GetValue(scenario) ?? "");
        });
        return command;
    }

    private static Command BuildInit(CliConsole console, CliTexts texts)
    {
        var file = new Argument<string>("FILE") { Description = texts.Sandbox.File, DefaultValueFactory = _ => "sandbox.toml" };
        var force = new Option<bool>("--force") { Description = texts.Relay.Force };
        var lang = CommonOptions.Lang(texts.Help);
        var command = new Command("init", texts.Sandbox.InitCommand) { file, force, lang };
        command.SetAction(parsed =>
        {
            CommonOptions.CheckLang(parsed.GetValue(lang), texts.Usage, CommandExamples.SandboxInit);
            return new SandboxInitRun(console, texts).Run(parsed.GetValue(file) ?? "", parsed.GetValue(force));
        });
        return command;
    }

    private static Command BuildInbox(CliConsole console, CliTexts texts)
    {
        var id = new Argument<string?>("ID") { Description = texts.Sandbox.Id, Arity = ArgumentArity.ZeroOrOne };
        var url = new Option<string>("--url") { Description = texts.Sandbox.Url(UsualUrl), HelpName = "URL", DefaultValueFactory = _ => UsualUrl };
        var json = new Option<bool>("--json") { Description = texts.Relay.Json };
        var lang = CommonOptions.Lang(texts.Help);
        var command = new Command("inbox", texts.Sandbox.InboxCommand) { id, url, json, lang };
        command.SetAction(parsed =>
        {
            CommonOptions.CheckLang(parsed.GetValue(lang), texts.Usage, CommandExamples.SandboxInbox);
            return new SandboxInboxRun(console, texts, parsed.GetValue(url) ?? UsualUrl).Run(parsed.GetValue(id), parsed.GetValue(json));
        });
        return command;
    }
}
