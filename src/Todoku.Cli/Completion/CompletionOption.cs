using System.CommandLine;

namespace Todoku.Cli.Completion;

/// <summary>What a shell must know of one option.</summary>
/// <param name="Name">With its dashes.</param>
/// <param name="Description">What it does.</param>
/// <param name="TakesValue">Whether a value follows.</param>
/// <param name="Values">The values to choose from; empty when they are free.</param>
internal sealed record CompletionOption(string Name, string Description, bool TakesValue, IReadOnlyList<string> Values)
{
    /// <summary>An option of a command.</summary>
    public static CompletionOption Of(Option option) =>
        new(option.Name, option.Description ?? "", option.ValueType != typeof(bool), CompletionVerb.Values(option.Name));
}
