using System.CommandLine;
using Todoku.Cli.Commands;
using Todoku.Cli.Dns;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;

namespace Todoku.Cli.Relay;

/// <summary>The verb <c>relay check</c>.</summary>
internal static class RelayCheckCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Build(CliConsole console, CliTexts texts)
    {
        var config = RelayCommand.Config(texts);
        var json = new Option<bool>("--json") { Description = texts.Relay.Json };
        var syntax = new Option<bool>("--syntax") { Description = texts.Relay.Syntax };
        var lang = CommonOptions.Lang(texts.Help);
        var dns = new DnsOptions(texts);
        var command = new Command("check", texts.Relay.CheckCommand) { config, syntax, json, lang };
        dns.AddTo(command);
        command.SetAction(parsed =>
        {
            CommonOptions.CheckLang(parsed.GetValue(lang), texts.Usage, CommandExamples.Of(command)[0]);
            return new RelayCheckRun(console, texts, parsed.GetValue(json), parsed.GetValue(syntax)).Run(parsed.GetValue(config) ?? "", usual => dns.Open(parsed, console, usual));
        });
        return command;
    }
}
