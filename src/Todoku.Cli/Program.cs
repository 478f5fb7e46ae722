using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;

return TodokuCommand.Run(args, CliConsole.OfProcess());
