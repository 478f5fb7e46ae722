using System.CommandLine;
using Todoku.Authentication.Dmarc;
using Todoku.Cli.Batch;
using Todoku.Cli.Commands;
using Todoku.Cli.Dns;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;

namespace Todoku.Cli.Dmarc;

/// <summary>The verb <c>dmarc</c>: its options.</summary>
internal static class DmarcCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Build(CliConsole console, CliTexts texts)
    {
        var help = texts.Dmarc;
        var from = new Option<string>("--from") { Description = help.FromOption, HelpName = "FROM" };
        var spf = new Option<string>("--spf") { Description = help.SpfOption, HelpName = "RESULT:DOMAIN" };
        var dkim = new Option<string[]>("--dkim") { Description = help.DkimOption, HelpName = "RESULT:DOMAIN", Arity = ArgumentArity.OneOrMore };
        var rfc = new Option<string>("--rfc") { Description = help.RfcOption, HelpName = "9989|7489" };
        var org = new Option<string>("--org") { Description = help.OrgOption, HelpName = "DOMAIN" };
        var batch = new Option<bool>("--batch") { Description = help.BatchOption };
        var json = new Option<bool>("--json") { Description = help.JsonOption };
        var noColor = new Option<bool>("--no-color") { Description = texts.Help.NoColor };
        var lang = CommonOptions.Lang(texts.Help);
        var dns = new DnsOptions(texts);
        var command = new Command("dmarc", help.Command) { from, spf, dkim, rfc, org, json, batch, lang, noColor };
        dns.AddTo(command);
        command.SetAction(parsed =>
        {
            CommonOptions.CheckLang(parsed.GetValue(lang), texts.Usage, CommandExamples.Dmarc);
            var options = new DmarcOptions
            {
                From = parsed.GetValue(from),
                OrganizationOf = parsed.GetValue(org),
                Identifiers =
                [
                    .. (parsed.GetValue(spf) is { } value ? [value] : Array.Empty<string>()).Select(text => Identifier(AuthenticationMechanism.Spf, "--spf", text, texts)),
                    .. (parsed.GetValue(dkim) ?? []).Select(text => Identifier(AuthenticationMechanism.Dkim, "--dkim", text, texts)),
                ],
                Standard = StandardArgument.Parse(parsed.GetValue(rfc), texts.Usage, CommandExamples.Dmarc),
                Json = parsed.GetValue(json),
                NoColor = parsed.GetValue(noColor),
            };
            var access = dns.Open(parsed, console);
            if (parsed.GetValue(batch))
            {
                if (options.From is not null) throw new UsageException(texts.Usage.NotTogether("--batch", "--from"), "todoku dmarc --batch < messages.jsonl");
                return new JsonLines(console, new DmarcBatch(access, options.Standard).AnswerAsync).Run();
            }
            return new DmarcRun(console, texts, options, access.Begin()).Run();
        });
        return command;
    }

    private static AuthenticatedIdentifier Identifier(AuthenticationMechanism mechanism, string option, string text, CliTexts texts) =>
        IdentifierArgument.Parse(mechanism, text)
        ?? throw new UsageException(texts.Dmarc.BadIdentifier(option, text, IdentifierArgument.Results), CommandExamples.Dmarc);
}
