using System.CommandLine;
using Todoku.Cli.Texts;

namespace Todoku.Cli.Commands;

/// <summary>Options that several verbs have.</summary>
internal static class CommonOptions
{
    /// <summary>The languages that can be asked for.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "ja"];

    /// <summary><c>--lang</c>, which was read before the commands were made (<see cref="LanguageChoice"/>); here it is only checked.</summary>
    public static Option<string> Lang(HelpTexts help) => new(LanguageChoice.Option) { Description = help.Lang, HelpName = "LANG" };

    /// <summary><c>--knowledge</c>.</summary>
    public static Option<string> Knowledge(HelpTexts help) => new("--knowledge") { Description = help.Knowledge, HelpName = "DIR" };

    /// <summary>Checks <c>--lang</c>.</summary>
    /// <exception cref="UsageException">The language is not known.</exception>
    public static void CheckLang(string? value, UsageTexts texts, string example)
    {
        if (value is not null && !Languages.Contains(value)) throw new UsageException(texts.NotOneOf(LanguageChoice.Option, value, Languages), example);
    }
}
