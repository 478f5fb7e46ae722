using System.CommandLine;
using Todoku.Cli.Terminal;
using Todoku.Knowledge;
using Todoku.Relay.Configuration;

namespace Todoku.Cli.Relay;

/// <summary>The verb <c>relay run</c>.</summary>
internal static class RelayRunCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Build(CliConsole console, Language language)
    {
        var config = new Option<string>("--config") { HelpName = "FILE", DefaultValueFactory = _ => RelayConfiguration.DefaultFile };
        config.Description = language == Language.Japanese ? "設定ファイル" : "The configuration file";
        var command = new Command("run", language == Language.Japanese ? "リレーを動かします。SIGTERM で止まり、SIGHUP で設定を読み直します。" : "Runs the relay. SIGTERM stops it, SIGHUP reads the configuration anew.") { config };
        command.SetAction(parsed => new RelayRun(console, language).Run(parsed.GetValue(config)!));
        return command;
    }
}
