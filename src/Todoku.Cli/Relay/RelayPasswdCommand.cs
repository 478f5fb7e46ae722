using System.CommandLine;
using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;

namespace Todoku.Cli.Relay;

/// <summary>The verb <c>relay passwd</c>.</summary>
internal static class RelayPasswdCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Build(CliConsole console, CliTexts texts)
    {
        var user = new Argument<string?>("user") { Description = texts.Relay.User, HelpName = "USER", Arity = ArgumentArity.ZeroOrOne };
        var delete = new Option<bool>("--delete") { Description = texts.Relay.Delete };
        var list = new Option<bool>("--list") { Description = texts.Relay.List };
        var config = RelayCommand.Config(texts);
        var lang = CommonOptions.Lang(texts.Help);
        var command = new Command("passwd", texts.Relay.PasswdCommand) { user, delete, list, config, lang };
        command.SetAction(parsed =>
        {
            CommonOptions.CheckLang(parsed.GetValue(lang), texts.Usage, CommandExamples.RelayPasswd);
            var run = new RelayPasswdRun(console, texts, parsed.GetValue(config) ?? "");
            if (parsed.GetValue(list))
            {
                if (parsed.GetValue(delete)) throw new UsageException(texts.Usage.NotTogether("--list", "--delete"), CommandExamples.RelayPasswd);
                return run.List();
            }
            var name = parsed.GetValue(user) ?? throw new UsageException(texts.Relay.NoUser, CommandExamples.RelayPasswd);
            return parsed.GetValue(delete) ? run.Delete(name) : run.Set(name);
        });
        return command;
    }
}
