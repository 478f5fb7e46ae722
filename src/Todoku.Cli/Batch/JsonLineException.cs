namespace Todoku.Cli.Batch;

/// <summary>A line of a batch doesn't say what it must.</summary>
/// <param name="message">What is wrong, in English: a program reads it.</param>
internal sealed class JsonLineException(string message) : Exception(message);
