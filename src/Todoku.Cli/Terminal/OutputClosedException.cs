namespace Todoku.Cli.Terminal;

/// <summary>Whoever read our output went away: there is nobody to tell, so the program ends quietly.</summary>
internal sealed class OutputClosedException : IOException;
