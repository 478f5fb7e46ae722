using System.CommandLine;
using System.CommandLine.Invocation;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;

namespace Todoku.Cli.Commands;

/// <summary>Shows the help of the command that <c>--help</c> stands with.</summary>
internal sealed class HelpAction(CliConsole console, HelpTexts texts) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult) => Show(parseResult.CommandResult.Command, console, texts);

    /// <summary>Shows the help of a command.</summary>
    public static int Show(Command command, CliConsole console, HelpTexts texts)
    {
        console.Write(new HelpPage(command, texts, console.Width()).ToString());
        return ExitStatus.Fine;
    }
}
