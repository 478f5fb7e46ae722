using System.CommandLine;
using Todoku.Cli.Commands;
using Todoku.Cli.Relay;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;

namespace Todoku.Cli.Sendmail;

/// <summary>
/// The verb <c>sendmail</c>, also the program of that name. Its command line is sendmail's and is read by <see cref="SendmailArguments"/>, before any other verb is made: it
/// is called for every message. What is made here is for help and completion.
/// </summary>
internal static class SendmailCommand
{
    private const string Name = "sendmail";
    private const string ListName = "mailq";
    private const string AliasesName = "newaliases";

    /// <summary>The arguments of sendmail, when it is called; else null.</summary>
    public static IReadOnlyList<string>? ArgumentsOf(IReadOnlyList<string> args, string programName)
    {
        switch (programName)
        {
            case ListName:
                return ["-bp"];
            case AliasesName:
                return ["-bi"];
            case Name:
                return args;
        }
        var verb = 0;
        while (verb < args.Count && args[verb].StartsWith(LanguageChoice.Option, StringComparison.Ordinal)) verb += args[verb] == LanguageChoice.Option ? 2 : 1;
        if (verb >= args.Count || args[verb] != Name) return null;
        var rest = args.Skip(verb + 1).ToArray();
        return rest is ["--help" or "-?", ..] ? null : rest;
    }

    /// <summary>Makes the command.</summary>
    public static Command Build(CliConsole console, CliTexts texts)
    {
        var words = texts.Sendmail;
        var command = new Command(Name, words.Command)
        {
            new Argument<string[]>("recipients") { Description = words.Recipients, HelpName = "RECIPIENT", Arity = ArgumentArity.ZeroOrMore },
            new Option<bool>("-t") { Description = words.ReadRecipients },
            new Option<bool>("-i") { Description = words.IgnoreDots },
            new Option<string>("-f") { Description = words.Sender, HelpName = "ADDRESS" },
            new Option<string>("-F") { Description = words.AuthorName, HelpName = "NAME" },
            new Option<string>("-N") { Description = words.Notify, HelpName = "WORDS" },
            new Option<string>("-R") { Description = words.Return, HelpName = "WORD" },
            new Option<string>("-V") { Description = words.EnvelopeId, HelpName = "ID" },
            new Option<bool>("-v") { Description = words.Verbose },
            RelayCommand.Config(texts),
            CommonOptions.Lang(texts.Help),
        };
        command.SetAction(_ => HelpAction.Show(command, console, texts.Help));
        return command;
    }
}
