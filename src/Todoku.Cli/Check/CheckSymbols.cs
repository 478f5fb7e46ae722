using System.CommandLine;

namespace Todoku.Cli.Check;

/// <summary>The argument and options of <c>check</c>.</summary>
internal sealed class CheckSymbols
{
    public required Argument<string> Domain { get; init; }

    public required Option<string[]> Addresses { get; init; }

    public required Option<string> Helo { get; init; }

    public required Option<string> ReturnPath { get; init; }

    public required Option<string[]> Selectors { get; init; }

    public required Option<string[]> Mails { get; init; }

    public required Option<string[]> Logs { get; init; }

    public required Option<string> Provider { get; init; }

    public required Option<bool> AskAddress { get; init; }

    public required Option<bool> NoHost { get; init; }

    public required Option<bool> AllNeighbours { get; init; }

    public required Option<string> Publish { get; init; }

    public required Option<bool> Wait { get; init; }

    public required Option<string> Timeout { get; init; }

    public required Option<bool> Json { get; init; }

    public required Option<bool> Verbose { get; init; }

    public required Option<bool> NoColor { get; init; }

    public required Option<string> Lang { get; init; }

    public required Option<string> Knowledge { get; init; }

    /// <summary>All options, in the order of the help.</summary>
    public IEnumerable<Option> Options => [Addresses, Helo, ReturnPath, Selectors, Mails, Logs, Provider, AskAddress, NoHost, AllNeighbours, Publish, Wait, Timeout, Json, Verbose, NoColor, Lang, Knowledge];
}
