using System.CommandLine;
using Todoku.Cli.Commands;
using Todoku.Cli.Messages;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;

namespace Todoku.Cli.Dkim;

/// <summary>The verb <c>dkim</c>: verify, sign, keygen.</summary>
internal static class DkimCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Build(CliConsole console, CliTexts texts)
    {
        var command = new Command("dkim", texts.Dkim.Help) { Verify(console, texts), DkimSignCommand.Build(console, texts), DkimKeygenCommand.Build(console, texts) };
        command.SetAction(_ => HelpAction.Show(command, console, texts.Help));
        return command;
    }

    private static Command Verify(CliConsole console, CliTexts texts)
    {
        var symbols = new VerifySymbols(texts);
        var command = new Command("verify", texts.Dkim.VerifyHelp);
        symbols.AddTo(command);
        command.SetAction(parsed => new DkimVerifyRun(console, texts, symbols).Run(parsed));
        return command;
    }
}
