namespace Todoku.Cli.Commands;

/// <summary>An argument is wrong.</summary>
/// <param name="message">What is wrong and what to write instead, in the user's language.</param>
/// <param name="example">A command line that is right.</param>
internal sealed class UsageException(string message, string example) : Exception(message)
{
    /// <summary>A command line that is right.</summary>
    public string Example { get; } = example;
}
