using System.CommandLine;
using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;

namespace Todoku.Cli.Relay;

/// <summary>The verb <c>relay run</c>.</summary>
internal static class RelayRunCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Build(CliConsole console, CliTexts texts)
    {
        var config = RelayCommand.Config(texts);
        var lang = CommonOptions.Lang(texts.Help);
        var command = new Command("run", texts.Relay.RunCommand) { config, lang };
        command.SetAction(parsed =>
        {
            CommonOptions.CheckLang(parsed.GetValue(lang), texts.Usage, CommandExamples.Of(command)[0]);
            return new RelayRun(console, texts.Language).Run(parsed.GetValue(config) ?? "");
        });
        return command;
    }
}
