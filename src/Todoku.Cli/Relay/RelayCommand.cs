using System.CommandLine;
using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Relay.Configuration;

namespace Todoku.Cli.Relay;

/// <summary>The verb <c>relay</c>: its own verbs.</summary>
internal static class RelayCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Build(CliConsole console, CliTexts texts)
    {
        var command = new Command("relay", texts.Relay.Command)
        {
            RelayInitCommand.Build(console, texts), RelayCheckCommand.Build(console, texts), RelayPasswdCommand.Build(console, texts), RelayRunCommand.Build(console, texts),
            RelayApiKeyCommand.Build(console, texts), RelayPathsCommand.BuildPaths(console, texts), RelayPathsCommand.BuildLimits(console, texts),
        };
        command.SetAction(_ => HelpAction.Show(command, console, texts.Help));
        return command;
    }

    /// <summary><c>--config</c>.</summary>
    public static Option<string> Config(CliTexts texts) => new("--config")
    {
        Description = texts.Relay.Config(RelayConfiguration.DefaultFile),
        HelpName = "FILE",
        DefaultValueFactory = _ => RelayConfiguration.DefaultFile,
    };
}
