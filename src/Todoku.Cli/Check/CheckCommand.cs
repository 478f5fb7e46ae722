using System.CommandLine;
using Todoku.Cli.Commands;
using Todoku.Cli.Dns;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;

namespace Todoku.Cli.Check;

/// <summary>The verb <c>check</c>: its options.</summary>
internal static class CheckCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Build(CliConsole console, CliTexts texts)
    {
        var help = texts.Check;
        var symbols = new CheckSymbols
        {
            Domain = new Argument<string>("domain") { Description = help.Domain, HelpName = "DOMAIN", Arity = ArgumentArity.ZeroOrOne },
            Addresses = new Option<string[]>("--ip") { Description = help.Ip, HelpName = "ADDRESS", Arity = ArgumentArity.OneOrMore },
            Helo = new Option<string>("--helo") { Description = help.Helo, HelpName = "NAME" },
            ReturnPath = new Option<string>("--return-path") { Description = help.ReturnPath, HelpName = "ADDRESS" },
            Selectors = new Option<string[]>("--selector") { Description = help.Selector, HelpName = "NAME", Arity = ArgumentArity.OneOrMore },
            Mails = new Option<string[]>("--mail") { Description = help.Mail, HelpName = "FILE", Arity = ArgumentArity.OneOrMore },
            Logs = new Option<string[]>("--log") { Description = help.Log, HelpName = "PATH", Arity = ArgumentArity.OneOrMore },
            Provider = new Option<string>("--provider") { Description = help.Provider, HelpName = "NAME" },
            AskAddress = new Option<bool>("--ask-address") { Description = help.AskAddress },
            NoHost = new Option<bool>("--no-host") { Description = help.NoHost },
            AllNeighbours = new Option<bool>("--all-neighbours") { Description = help.AllNeighbours },
            Publish = new Option<string>("--publish") { Description = help.Publish, HelpName = "FORMAT" },
            Wait = new Option<bool>("--wait") { Description = help.Wait },
            Timeout = new Option<string>("--timeout") { Description = help.Timeout, HelpName = "TIME" },
            Json = new Option<bool>("--json") { Description = help.Json },
            Verbose = new Option<bool>("--verbose", "-v") { Description = texts.Help.Verbose },
            NoColor = new Option<bool>("--no-color") { Description = texts.Help.NoColor },
            Lang = CommonOptions.Lang(texts.Help),
            Knowledge = CommonOptions.Knowledge(texts.Help),
        };
        var dns = new DnsOptions(texts);
        var command = new Command("check", help.Command) { symbols.Domain };
        foreach (var option in symbols.Options) command.Add(option);
        dns.AddTo(command);
        command.SetAction(parsed => new CheckRun(console, texts, CheckOptions.Read(parsed, symbols, texts), dns.Open(parsed, console)).Run());
        return command;
    }
}
