using System.CommandLine;

namespace Todoku.Cli.Diagnose;

/// <summary>The argument and options of <c>diagnose</c>.</summary>
internal sealed record DiagnoseSymbols
{
    public required Argument<string[]> Paths { get; init; }

    public required Option<string> Since { get; init; }

    public required Option<string> Until { get; init; }

    public required Option<string> TimeZone { get; init; }

    public required Option<bool> Follow { get; init; }

    public required Option<bool> Json { get; init; }

    public required Option<string> Format { get; init; }

    public required Option<string> Output { get; init; }

    public required Option<bool> Verbose { get; init; }

    public required Option<bool> Redact { get; init; }

    public required Option<bool> RedactAll { get; init; }

    public required Option<bool> Offline { get; init; }

    public required Option<string> Domain { get; init; }

    public required Option<bool> AllNeighbours { get; init; }

    public required Option<bool> NoColor { get; init; }

    public required Option<string> Knowledge { get; init; }

    public required Option<string> Lang { get; init; }

    /// <summary>All options in the order of the help.</summary>
    public IEnumerable<Option> Options =>
        [Since, Until, Follow, Format, Json, Output, Verbose, Redact, RedactAll, Domain, AllNeighbours, Offline, TimeZone, Lang, NoColor, Knowledge];
}
