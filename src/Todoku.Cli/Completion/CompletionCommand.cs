using System.CommandLine;
using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;

namespace Todoku.Cli.Completion;

/// <summary>The verb <c>completion</c>: prints a script that completes commands, options and their values in a shell.</summary>
internal static class CompletionCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Build(CliConsole console, CliTexts texts)
    {
        var shell = new Argument<string>("shell") { Description = texts.Help.Shell, HelpName = "SHELL", Arity = ArgumentArity.ZeroOrOne };
        var lang = CommonOptions.Lang(texts.Help);
        var command = new Command("completion", texts.Help.Completion) { shell, lang };
        command.SetAction(parsed =>
        {
            CommonOptions.CheckLang(parsed.GetValue(lang), texts.Usage, CommandExamples.Completion);
            var verbs = CompletionVerb.Of(TodokuCommand.Build(console, texts));
            console.Write(parsed.GetValue(shell) switch
            {
                "bash" => BashCompletion.Script(verbs),
                "zsh" => ZshCompletion.Script(verbs),
                "fish" => FishCompletion.Script(verbs),
                _ => throw new UsageException(texts.Usage.NoShell, CommandExamples.Completion),
            });
            return ExitStatus.Fine;
        });
        return command;
    }
}
