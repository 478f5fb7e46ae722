using Todoku.Cli.Terminal;
using Todoku.Knowledge;

namespace Todoku.Cli.Commands;

/// <summary>
/// The language, which must be known before the commands are made, since their help is in it: <c>--lang</c>, else the locale
/// (LC_ALL, LC_MESSAGES, LANG; the first that is set decides, as POSIX has it), else English.
/// </summary>
internal static class LanguageChoice
{
    /// <summary>The option.</summary>
    public const string Option = "--lang";

    private static readonly string[] Variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>Chooses.</summary>
    public static Language Choose(IReadOnlyList<string> args, CliConsole console)
    {
        for (var i = 0; i < args.Count && args[i] != "--"; i++)
        {
            if (args[i] == Option && i + 1 < args.Count && TryParse(args[i + 1], out var next)) return next;
            if (args[i].StartsWith(Option, StringComparison.Ordinal) && args[i].Length > Option.Length && args[i][Option.Length] is '=' or ':'
                && TryParse(args[i][(Option.Length + 1)..], out var joined)) return joined;
        }
        var locale = Variables.Select(console.Variable).FirstOrDefault(value => value.Length > 0) ?? "";
        return locale.StartsWith("ja", StringComparison.OrdinalIgnoreCase) ? Language.Japanese : Language.English;
    }

    /// <summary>Reads a language's name.</summary>
    public static bool TryParse(string text, out Language language)
    {
        language = text == "ja" ? Language.Japanese : Language.English;
        return text is "ja" or "en";
    }
}
