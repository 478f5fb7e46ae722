using System.CommandLine;
using System.CommandLine.Parsing;
using Todoku.Cli.Texts;

namespace Todoku.Cli.Commands;

/// <summary>Puts what the parser found wrong into words of the user's language, the first thing first.</summary>
internal static class UsageErrors
{
    private const int FarthestTypo = 3;

    /// <summary>Throws when the command line is wrong.</summary>
    /// <exception cref="UsageException">It is.</exception>
    public static void ThrowIfAny(ParseResult parsed, UsageTexts texts)
    {
        var example = CommandExamples.Of(parsed.CommandResult.Command)[0];
        var first = parsed.UnmatchedTokens is [var token, ..] ? token : null;
        // Options behind a verb that there is not are not known either.
        var unknown = first is not null && VerbsOf(parsed).Count > 0 && !first.StartsWith('-') ? first : MistypedOption(parsed) ?? first;
        if (unknown is not null) throw new UsageException(Words(parsed, unknown, texts), example);
        foreach (var error in parsed.Errors)
        {
            if (OptionOf(error.SymbolResult) is not { } option) throw new UsageException(error.Message, example);
            var name = option.IdentifierToken?.Value ?? option.Option.Name;
            throw new UsageException(option.Tokens.Count == 0 ? texts.NeedsValue(name) : option.IdentifierTokenCount > 1 ? texts.Twice(name) : error.Message, example);
        }
    }

    private static string Words(ParseResult parsed, string unknown, UsageTexts texts)
    {
        var verbs = VerbsOf(parsed);
        return verbs.Count == 0 || unknown.StartsWith('-')
            ? texts.Unknown(unknown, Nearest(parsed, unknown))
            : texts.UnknownVerb(unknown, Nearest(parsed, unknown), string.Join(", ", verbs));
    }

    private static List<string> VerbsOf(ParseResult parsed) => [.. parsed.CommandResult.Command.Subcommands.Where(verb => !verb.Hidden).Select(verb => verb.Name)];

    // The parser takes what it does not know for a path or a value. Behind "--" it is one. A value may begin with one dash, as addresses of mail do.
    private static string? MistypedOption(ParseResult parsed) => parsed.Tokens
        .TakeWhile(token => token.Type != TokenType.DoubleDash)
        .Where(token => token.Type == TokenType.Argument && token.Value.Length > 1 && token.Value[0] == '-' && !token.Value.Contains(' ', StringComparison.Ordinal))
        .Where(token => token.Value[1] == '-' || !IsValue(parsed, token))
        .Select(token => token.Value)
        .FirstOrDefault();

    private static bool IsValue(ParseResult parsed, Token token) => parsed.CommandResult.Children.OfType<OptionResult>().Any(option => option.Tokens.Contains(token));

    private static OptionResult? OptionOf(SymbolResult? result) => result as OptionResult ?? result?.Parent as OptionResult;

    private static string Nearest(ParseResult parsed, string token)
    {
        var command = parsed.CommandResult.Command;
        var known = command.Options.Select(option => option.Name).Concat(command.Subcommands.Select(verb => verb.Name)).Append("--help");
        var nearest = known.Select(name => (Name: name, Distance: Distance(token.Split('=')[0], name))).MinBy(pair => pair.Distance);
        return nearest.Distance <= Math.Min(FarthestTypo, token.Length / 2) ? nearest.Name : "";
    }

    // Levenshtein distance; both texts are short.
    private static int Distance(string one, string other)
    {
        if (one.Length > 40) return int.MaxValue;
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= other.Length; j++)
            {
                var changed = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
