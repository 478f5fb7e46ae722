using System.CommandLine;
using Todoku.Diagnosis.Reports;

namespace Todoku.Cli.Completion;

/// <summary>What a shell must know of one verb.</summary>
/// <param name="Name">The verb.</param>
/// <param name="Description">What it does.</param>
/// <param name="Options">Its options.</param>
/// <param name="Words">Words that may follow it; empty when only files may.</param>
internal sealed record CompletionVerb(string Name, string Description, IReadOnlyList<CompletionOption> Options, IReadOnlyList<string> Words)
{
    private static readonly string[] Shells = ["bash", "zsh", "fish"];

    /// <summary>The verbs of the program; one with verbs of its own has theirs as words, and all their options.</summary>
    public static IReadOnlyList<CompletionVerb> Of(RootCommand root) => [.. root.Subcommands.Select(verb => new CompletionVerb(
        verb.Name,
        verb.Description ?? "",
        [.. verb.Subcommands.Prepend(verb).SelectMany(command => command.Options).DistinctBy(option => option.Name).Select(CompletionOption.Of), new CompletionOption("--help", "", false, [])],
        verb.Name == "completion" ? Shells : [.. verb.Subcommands.Select(command => command.Name)]))];

    /// <summary>Whether files may follow.</summary>
    public bool TakesFiles => Name != "completion";

    /// <summary>The words an option's value is chosen from; empty when it is free.</summary>
    internal static IReadOnlyList<string> Values(string option) => option switch
    {
        "--format" => [.. ReportFormat.All.Select(format => format.Name)],
        "--lang" => Commands.CommonOptions.Languages,
        "--since" or "--until" => ["1d", "7d", "30d", "12h"],
        _ => [],
    };
}
