using System.CommandLine;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;

namespace Todoku.Cli.Message;

/// <summary>The verb <c>message</c>.</summary>
internal static class MessageCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Build(CliConsole console, CliTexts texts)
    {
        var symbols = new MessageSymbols(texts);
        var command = new Command("message", texts.Message.Command);
        symbols.AddTo(command);
        command.SetAction(parsed => new MessageRun(console, texts, symbols).Run(parsed));
        return command;
    }
}
