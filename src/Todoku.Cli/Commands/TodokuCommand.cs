using System.CommandLine;
using System.CommandLine.Help;
using Todoku.Cli.Apply;
using Todoku.Cli.Arc;
using Todoku.Cli.Check;
using Todoku.Cli.Completion;
using Todoku.Cli.Diagnose;
using Todoku.Cli.Demo;
using Todoku.Cli.Dkim;
using Todoku.Cli.Dmarc;
using Todoku.Cli.Explain;
using Todoku.Cli.Message;
using Todoku.Cli.Queue;
using Todoku.Cli.Relay;
using Todoku.Cli.Sandbox;
using Todoku.Cli.Sendmail;
using Todoku.Cli.Spf;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;

namespace Todoku.Cli.Commands;

/// <summary>The command <c>todoku</c>: its verbs, and how a command line is run. Nothing heavy is loaded before a verb asks for it.</summary>
internal static class TodokuCommand
{
    /// <summary>Name and version, as <c>--version</c> prints them.</summary>
    public static string Version { get; } = typeof(TodokuCommand).Assembly.GetName().Version?.ToString(3) ?? "";

    /// <summary>Runs a command line.</summary>
    /// <returns>The exit status, see <see cref="ExitStatus"/>.</returns>
    public static int Run(IReadOnlyList<string> args, CliConsole console)
    {
        var texts = CliTexts.Of(LanguageChoice.Choose(args, console));
        if (SendmailCommand.ArgumentsOf(args, console.ProgramName) is { } arguments) return new SendmailRun(console, texts).Run(arguments);
        return new FailureMessage(console, texts).Guard(() =>
        {
            var command = Build(console, texts);
            // A reply may begin with "@": no response files.
            var parsed = command.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Action is not (HelpAction or VersionAction)) UsageErrors.ThrowIfAny(parsed, texts.Usage);
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        });
    }

    /// <summary>Makes the commands in one language.</summary>
    public static RootCommand Build(CliConsole console, CliTexts texts)
    {
        var root = new RootCommand(texts.Help.Program);
        foreach (var option in root.Options)
        {
            switch (option)
            {
                case HelpOption help:
                    help.Description = texts.Help.HelpOption;
                    help.Action = new HelpAction(console, texts.Help);
                    break;
                case VersionOption version:
                    version.Description = texts.Help.VersionOption;
                    version.Action = new VersionAction(console);
                    break;
            }
        }
        root.Add(CommonOptions.Lang(texts.Help));
        root.Add(DiagnoseCommand.Build(console, texts));
        root.Add(ExplainCommand.Build(console, texts));
        root.Add(CheckCommand.Build(console, texts));
        root.Add(MessageCommand.Build(console, texts));
        root.Add(ApplyCommand.Build(console, texts));
        root.Add(RelayCommand.Build(console, texts));
        root.Add(SendmailCommand.Build(console, texts));
        root.Add(QueueCommand.Build(console, texts));
        root.Add(SuppressCommand.Build(console, texts));
        root.Add(DmarcCommand.Build(console, texts));
        root.Add(DkimCommand.Build(console, texts));
        root.Add(ArcCommand.Build(console, texts));
        root.Add(SpfCommand.Build(console, texts));
        root.Add(SandboxCommand.Build(console, texts));
        root.Add(DemoCommand.Build(console, texts));
        root.Add(CompletionCommand.Build(console, texts));
        root.SetAction(_ => HelpAction.Show(root, console, texts.Help));
        return root;
    }
}
