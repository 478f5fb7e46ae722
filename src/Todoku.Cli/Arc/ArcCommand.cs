using System.CommandLine;
using Todoku.Authentication.Arc;
using Todoku.Authentication.Signatures;
using Todoku.Cli.Commands;
using Todoku.Cli.Dns;
using Todoku.Cli.Messages;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports.Escaping;
using Todoku.Mail.Messages;

namespace Todoku.Cli.Arc;

/// <summary>The verb <c>arc</c>: verify, seal.</summary>
internal static class ArcCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Build(CliConsole console, CliTexts texts)
    {
        var command = new Command("arc", texts.Arc.Help) { Verify(console, texts), Seal(console, texts) };
        command.SetAction(_ => HelpAction.Show(command, console, texts.Help));
        return command;
    }

    private static Command Verify(CliConsole console, CliTexts texts)
    {
        var symbols = new VerifySymbols(texts);
        var command = new Command("verify", texts.Arc.VerifyHelp);
        symbols.AddTo(command);
        command.SetAction(parsed => new ArcVerifyRun(console, texts, symbols).Run(parsed));
        return command;
    }

    private static Command Seal(CliConsole console, CliTexts texts)
    {
        var symbols = new SigningSymbols(texts);
        var authservId = new Option<string?>("--authserv-id") { Description = texts.Arc.AuthservIdHelp, HelpName = "NAME" };
        var dns = new DnsOptions(texts);
        var lang = CommonOptions.Lang(texts.Help);
        var command = new Command("seal", texts.Arc.SealHelp);
        symbols.AddTo(command);
        command.Add(authservId);
        dns.AddTo(command);
        command.Add(lang);
        command.SetAction(parsed =>
        {
            var example = CommandExamples.Of(command)[0];
            CommonOptions.CheckLang(parsed.GetValue(lang), texts.Usage, example);
            var (domain, selector, _) = symbols.Identity(parsed);
            var id = parsed.GetValue(authservId) ?? throw new UsageException(texts.Signature.Needs("--authserv-id"), example);
            if (id.Length == 0 || id.Any(c => c is <= ' ' or ';' or '\x7f')) throw new UsageException(texts.Arc.BadAuthservId(id), example);
            var options = new ArcSealingOptions { Domain = domain, Selector = selector, AuthservId = id, Headers = symbols.Headers(parsed, needsFrom: false) };
            var now = symbols.Time(parsed, console);
            var resolver = dns.Open(parsed, console).Begin().Resolver;
            using var key = symbols.Key(parsed);
            var message = symbols.Message(parsed, console).Headers;
            var chain = new ArcVerifier(new KeyStore(resolver)).VerifyAsync(message, now, CancellationToken.None).AsTask().GetAwaiter().GetResult();
            return Print(message, new ArcSealer(key, options).Seal(chain, now), console, texts.Arc, id);
        });
        return command;
    }

    // The message goes on either way: a server that forwards it must not lose it.
    private static int Print(MessageHeaders message, ArcSealing sealing, CliConsole console, ArcTexts texts, string authservId)
    {
        void Say(string text) => console.Error.WriteLine($"todoku: {VisibleText.Escape(text)}");
        var status = ExitStatus.Fine;
        switch (sealing)
        {
            case ArcSealing.Sealed result:
                if (result.Status == ArcResult.Fail) Say(texts.SealedFailed);
                if (!result.HasResults) Say(texts.NoResults(authservId));
                console.Write(result.Fields);
                break;
            case ArcSealing.AlreadyFailed:
                Say(texts.NotSealedFailed);
                status = ExitStatus.Findings;
                break;
            case ArcSealing.Full:
                Say(texts.NotSealedFull);
                status = ExitStatus.Findings;
                break;
        }
        console.Output.Write(message.Message.Span);
        return status;
    }
}
