using System.CommandLine;
using System.Net;
using Todoku.Authentication.Spf;
using Todoku.Cli.Batch;
using Todoku.Cli.Commands;
using Todoku.Cli.Dns;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;

namespace Todoku.Cli.Spf;

/// <summary>The verb <c>spf</c>: its options.</summary>
internal static class SpfCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Build(CliConsole console, CliTexts texts)
    {
        var ip = new Option<string>("--ip") { Description = texts.Spf.Ip, HelpName = "IP" };
        var sender = new Option<string>("--sender") { Description = texts.Spf.Sender, HelpName = "ADDRESS" };
        var helo = new Option<string>("--helo") { Description = texts.Spf.Helo, HelpName = "NAME" };
        var receiver = new Option<string>("--receiver") { Description = texts.Spf.Receiver, HelpName = "NAME" };
        var json = new Option<bool>("--json") { Description = texts.Help.Json };
        var batch = new Option<bool>("--batch") { Description = texts.Help.Batch };
        var dns = new DnsOptions(texts);
        var lang = CommonOptions.Lang(texts.Help);
        var noColor = new Option<bool>("--no-color") { Description = texts.Help.NoColor };
        var command = new Command("spf", texts.Spf.Verb) { ip, sender, helo, receiver, json, batch };
        dns.AddTo(command);
        command.Add(lang);
        command.Add(noColor);
        command.SetAction(parsed =>
        {
            CommonOptions.CheckLang(parsed.GetValue(lang), texts.Usage, CommandExamples.Spf);
            var evaluator = new SpfEvaluator(console.Time);
            if (parsed.GetValue(batch))
            {
                if (parsed.GetValue(ip) is not null) throw new UsageException(texts.Usage.NotTogether("--batch", "--ip"), "todoku spf --batch < mails.jsonl");
                return new JsonLines(console, new SpfLines(evaluator, dns.Open(parsed, console)).AnswerAsync).Run();
            }
            var request = new SpfRequest
            {
                Ip = AddressOf(parsed.GetValue(ip), texts.Spf),
                Sender = parsed.GetValue(sender) ?? "",
                Helo = parsed.GetValue(helo) ?? "",
                Receiver = parsed.GetValue(receiver) ?? "unknown",
                WithSteps = true,
            };
            if (parsed.GetValue(sender) is null && request.Helo.Length == 0) throw new UsageException(texts.Spf.NoIdentity, CommandExamples.Spf);
            return new SpfRun(console, texts, evaluator, dns.Open(parsed, console)).Run(request, parsed.GetValue(json), parsed.GetValue(noColor));
        });
        return command;
    }

    /// <summary>Reads an address as a person or a mail server writes it.</summary>
    public static bool TryReadAddress(string text, out IPAddress address)
    {
        address = IPAddress.None;
        // "1" and "0x7f.1" are addresses to the platform, and to nobody else.
        if (text.AsSpan().IndexOfAny("[]/") >= 0 || !IPAddress.TryParse(text, out var read)) return false;
        if (!text.Contains(':', StringComparison.Ordinal) && read.ToString() != text) return false;
        address = read;
        return true;
    }

    private static IPAddress AddressOf(string? text, SpfTexts texts)
    {
        if (text is null) throw new UsageException(texts.NoIp, CommandExamples.Spf);
        return TryReadAddress(text, out var address) ? address : throw new UsageException(texts.BadIp(text), CommandExamples.Spf);
    }
}
