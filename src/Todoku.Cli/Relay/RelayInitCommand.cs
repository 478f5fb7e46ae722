using System.CommandLine;
using Todoku.Cli.Commands;
using Todoku.Cli.Dns;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;

namespace Todoku.Cli.Relay;

/// <summary>The verb <c>relay init</c>.</summary>
internal static class RelayInitCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Build(CliConsole console, CliTexts texts)
    {
        var config = RelayCommand.Config(texts);
        var force = new Option<bool>("--force") { Description = texts.Relay.Force };
        var lang = CommonOptions.Lang(texts.Help);
        var dns = new DnsOptions(texts);
        var command = new Command("init", texts.Relay.InitCommand) { config, force, lang };
        dns.AddTo(command);
        command.SetAction(parsed =>
        {
            CommonOptions.CheckLang(parsed.GetValue(lang), texts.Usage, CommandExamples.RelayInit);
            return new RelayInitRun(console, texts, dns.Open(parsed, console)).Run(parsed.GetValue(config) ?? "", parsed.GetValue(force));
        });
        return command;
    }
}
