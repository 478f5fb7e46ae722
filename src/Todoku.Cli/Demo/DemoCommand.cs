using System.CommandLine;
using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;

namespace Todoku.Cli.Demo;

/// <summary>The verb <c>demo</c>.</summary>
internal static class DemoCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Build(CliConsole console, CliTexts texts)
    {
        var keep = new Option<bool>("--keep") { Description = texts.Demo.Keep };
        var lang = CommonOptions.Lang(texts.Help);
        var command = new Command("demo", texts.Demo.Command) { keep, lang };
        command.SetAction(parsed =>
        {
            CommonOptions.CheckLang(parsed.GetValue(lang), texts.Usage, CommandExamples.Demo);
            return new DemoRun(console, texts).Run(parsed.GetValue(keep));
        });
        return command;
    }
}
