using System.CommandLine;
using System.CommandLine.Invocation;
using Todoku.Cli.Terminal;

namespace Todoku.Cli.Commands;

/// <summary>Prints name and version.</summary>
internal sealed class VersionAction(CliConsole console) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        console.Write($"todoku {TodokuCommand.Version}\n");
        return ExitStatus.Fine;
    }
}
