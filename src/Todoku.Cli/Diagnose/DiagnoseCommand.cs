using System.CommandLine;
using Todoku.Cli.Commands;
using Todoku.Cli.Dns;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;

namespace Todoku.Cli.Diagnose;

/// <summary>The verb <c>diagnose</c>: its options.</summary>
internal static class DiagnoseCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Build(CliConsole console, CliTexts texts)
    {
        var help = texts.Help;
        var symbols = new DiagnoseSymbols
        {
            Paths = new Argument<string[]>("path") { Description = help.Path, HelpName = "PATH", Arity = ArgumentArity.ZeroOrMore },
            Since = new Option<string>("--since") { Description = help.Since, HelpName = "TIME" },
            Until = new Option<string>("--until") { Description = help.Until, HelpName = "TIME" },
            TimeZone = new Option<string>("--time-zone") { Description = help.TimeZone, HelpName = "TZ" },
            Follow = new Option<bool>("--follow", "-f") { Description = help.Follow },
            Json = new Option<bool>("--json") { Description = help.Json },
            Format = new Option<string>("--format") { Description = help.Format, HelpName = "FORMAT" },
            Output = new Option<string>("--output", "-o") { Description = help.Output, HelpName = "FILE" },
            Verbose = new Option<bool>("--verbose", "-v") { Description = help.Verbose },
            Redact = new Option<bool>("--redact") { Description = help.Redact },
            RedactAll = new Option<bool>("--redact-all") { Description = help.RedactAll },
            Offline = new Option<bool>(DiagnoseOptions.OfflineName) { Description = help.Offline },
            Domain = new Option<string>("--domain") { Description = help.FromDomain, HelpName = "DOMAIN" },
            AllNeighbours = new Option<bool>("--all-neighbours") { Description = texts.Check.AllNeighbours },
            NoColor = new Option<bool>("--no-color") { Description = help.NoColor },
            Knowledge = CommonOptions.Knowledge(help),
            Lang = CommonOptions.Lang(help),
        };
        var command = new Command("diagnose", help.Diagnose) { symbols.Paths };
        foreach (var option in symbols.Options) command.Add(option);
        var dns = new DnsOptions(texts);
        dns.AddTo(command);
        command.SetAction(parsed =>
        {
            var options = DiagnoseOptions.Read(parsed, symbols, texts, console.Time);
            if (options.IsOffline && dns.Given(parsed) is { } given) throw new UsageException(texts.Usage.NotTogether(DiagnoseOptions.OfflineName, given), CommandExamples.Diagnose);
            return new DiagnoseRun(console, texts, options, options.IsOffline ? null : dns.Open(parsed, console)).Run();
        });
        return command;
    }
}
