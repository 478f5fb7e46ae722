namespace Todoku.Cli.Commands;

/// <summary>There is nothing to work on; the message says why and what to do, one line for each input, in the user's language.</summary>
internal sealed class UnreadableException(string message) : Exception(message);
