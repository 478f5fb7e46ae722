using System.CommandLine;
using Todoku.Cli.Commands;
using Todoku.Cli.Explain.Batch;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;

namespace Todoku.Cli.Explain;

/// <summary>The verb <c>explain</c>: its options.</summary>
internal static class ExplainCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Build(CliConsole console, CliTexts texts)
    {
        var help = texts.Help;
        var text = new Argument<string[]>("text") { Description = help.Text, HelpName = "TEXT", Arity = ArgumentArity.ZeroOrMore };
        var relay = new Option<string>("--relay") { Description = help.Relay, HelpName = "HOST" };
        var batch = new Option<bool>("--batch") { Description = help.Batch };
        var json = new Option<bool>("--json") { Description = help.Json };
        var noColor = new Option<bool>("--no-color") { Description = help.NoColor };
        var knowledge = CommonOptions.Knowledge(help);
        var lang = CommonOptions.Lang(help);
        var command = new Command("explain", help.Explain) { text, relay, json, batch, lang, noColor, knowledge };
        command.SetAction(parsed =>
        {
            CommonOptions.CheckLang(parsed.GetValue(lang), texts.Usage, CommandExamples.Explain);
            var words = parsed.GetValue(text) ?? [];
            if (parsed.GetValue(batch))
            {
                if (words.Length > 0) throw new UsageException(texts.Usage.NotTogether("--batch", "TEXT"), "todoku explain --batch < replies.jsonl");
                return new BatchRun(console, KnowledgeChoice.Load(parsed.GetValue(knowledge))).Run();
            }
            return new ExplainRun(console, texts, new ExplainOptions
            {
                Text = string.Join(' ', words),
                Relay = parsed.GetValue(relay) ?? "",
                Json = parsed.GetValue(json),
                NoColor = parsed.GetValue(noColor),
                Knowledge = parsed.GetValue(knowledge),
            }).Run();
        });
        return command;
    }
}
