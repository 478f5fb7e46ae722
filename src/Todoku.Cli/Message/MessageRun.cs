using System.CommandLine;
using System.Text.Json;
using Todoku.Authentication.Messages;
using Todoku.Cli.Batch;
using Todoku.Cli.Dmarc;
using Todoku.Cli.Messages;
using Todoku.Cli.Spf;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports.Json;
using Todoku.Diagnosis.Reports.Text;

namespace Todoku.Cli.Message;

/// <summary>Runs <c>message</c>: evaluates messages as a receiver does.</summary>
internal sealed class MessageRun(CliConsole console, CliTexts texts, MessageSymbols symbols)
{
    /// <summary>Runs it.</summary>
    /// <returns>The exit status: 0 when DMARC passes, 1 when something is to be mended, 3 when DNS doesn't answer.</returns>
    public int Run(ParseResult parsed)
    {
        symbols.Verify.Check(parsed);
        var authenticator = new MessageAuthenticator(console.Time) { Suffixes = DmarcEvaluators.SuffixesFor(symbols.Standard(parsed)) };
        return symbols.Verify.IsBatch(parsed) ? RunBatch(parsed, authenticator) : RunOne(parsed, authenticator);
    }

    private int RunOne(ParseResult parsed, MessageAuthenticator authenticator)
    {
        var now = symbols.Verify.Time(parsed, console);
        var dns = symbols.Verify.Dns.Open(parsed, console).Begin();
        var request = symbols.Request(parsed, symbols.Verify.Message(parsed, console).Headers);
        var message = authenticator.EvaluateAsync(request, dns.Resolver, now, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        if (symbols.Verify.IsJson(parsed))
        {
            using (var json = new Utf8JsonWriter(console.Output, SafeJson.Indented))
            {
                json.WriteStartObject();
                MessageJson.Write(json, message);
                dns.WriteTrace(json);
                json.WriteEndObject();
            }
            console.Output.Write("\n"u8);
        }
        else
        {
            var canvas = new TextCanvas(symbols.Verify.Layout(parsed, console));
            new MessageText(canvas, texts).Write(message);
            dns.WriteTrace(canvas);
            console.Write(canvas.ToString());
        }
        return DmarcRun.StatusOf(message.Dmarc.Verdict);
    }

    private int RunBatch(ParseResult parsed, MessageAuthenticator authenticator)
    {
        var given = symbols.Verify.GivenTime(parsed, console);
        var dns = symbols.Verify.Dns.Open(parsed, console);
        return new JsonLines(console, async (line, json) =>
        {
            var run = dns.Begin();
            var request = symbols.Request(parsed, BatchMessage.Read(line).Headers);
            if (line.Text("ip") is { } text)
                request = request with { Ip = SpfCommand.TryReadAddress(text, out var ip) ? ip : throw new JsonLineException("\"ip\" is no IP address") };
            request = request with { Sender = line.Text("sender") ?? line.Text("mailfrom") ?? request.Sender, Helo = line.Text("helo") ?? request.Helo };
            var message = await authenticator.EvaluateAsync(request, run.Resolver, BatchMessage.Time(line, given, console), CancellationToken.None);
            MessageJson.Write(json, message);
            run.WriteTrace(json);
        }).Run();
    }
}
