using System.CommandLine;
using System.Text.Json;
using Todoku.Authentication.Dmarc;
using Todoku.Authentication.Messages;
using Todoku.Cli.Batch;
using Todoku.Cli.Commands;
using Todoku.Cli.Dmarc;
using Todoku.Cli.Dns;
using Todoku.Cli.Messages;
using Todoku.Cli.Spf;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Checks;
using Todoku.Mail.Messages.Notices;
using Todoku.Diagnosis.Reports.Checks;
using Todoku.Diagnosis.Reports.Json;
using Todoku.Diagnosis.Reports.Text;
using Todoku.Mail.Messages;

namespace Todoku.Cli.Message;

/// <summary>Runs <c>message</c>: evaluates messages as a receiver does.</summary>
internal sealed class MessageRun(CliConsole console, CliTexts texts, MessageSymbols symbols)
{
    /// <summary>Runs it.</summary>
    /// <returns>The exit status: 0 when nothing is to be mended, 1 when something is, 3 when DNS doesn't answer.</returns>
    public int Run(ParseResult parsed)
    {
        symbols.Verify.Check(parsed);
        var authenticator = new MessageAuthenticator(console.Time) { Suffixes = DmarcEvaluators.SuffixesFor(symbols.Standard(parsed)) };
        return symbols.Verify.IsBatch(parsed) ? RunBatch(parsed, authenticator) : RunOne(parsed, authenticator);
    }

    private int RunOne(ParseResult parsed, MessageAuthenticator authenticator)
    {
        using var interruption = Interruption.Listen(() => console.Error.WriteLine($"todoku: {texts.Progress.Stopping}"));
        var asOf = symbols.Verify.Time(parsed, console);
        var dns = symbols.Verify.Dns.Open(parsed, console).Begin();
        var given = symbols.Request(parsed, MessageHeaders.Parse(default));
        var input = new MessageInput(SigningSymbols.FileName(parsed, symbols.Verify.FileOf(parsed), console, texts), console, texts);
        var examiner = new MessageExaminer(KnowledgeChoice.Load(symbols.Knowledge(parsed)), texts, authenticator, console.Time);
        // One at a time: a mailbox may be larger than memory.
        var examinations = input.Read(symbols.Number(parsed), symbols.IsAll(parsed)).Select(read =>
            examiner.ExamineAsync(read.Message, read.Number, input.Title, given, dns.Resolver, asOf, interruption.Token).GetAwaiter().GetResult());
        return symbols.Verify.IsJson(parsed) ? WriteJson(parsed, examinations, dns, input.Name) : WriteText(parsed, examinations, dns);
    }

    private int WriteJson(ParseResult parsed, IEnumerable<MessageExamination> examinations, DnsRun dns, string name)
    {
        var status = ExitStatus.Fine;
        using (var json = new Utf8JsonWriter(console.Output, SafeJson.Indented))
        {
            json.WriteStartObject();
            if (symbols.IsAll(parsed))
            {
                json.WriteString("schema"u8, "todoku/messages/1"u8);
                json.WriteStartArray("messages"u8);
            }
            foreach (var examination in examinations)
            {
                status = Worse(status, StatusOf(examination));
                if (symbols.IsAll(parsed)) json.WriteStartObject();
                json.WriteString("file"u8, name);
                ExaminationJson.Write(json, examination);
                if (symbols.IsAll(parsed)) json.WriteEndObject();
            }
            if (symbols.IsAll(parsed)) json.WriteEndArray();
            dns.WriteTrace(json);
            json.WriteEndObject();
        }
        console.Output.Write("\n"u8);
        return status;
    }

    private int WriteText(ParseResult parsed, IEnumerable<MessageExamination> examinations, DnsRun dns)
    {
        var status = ExitStatus.Fine;
        var layout = symbols.Verify.Layout(parsed, console) with { Verbose = symbols.IsVerbose(parsed) };
        foreach (var examination in examinations)
        {
            status = Worse(status, StatusOf(examination));
            var canvas = new TextCanvas(layout);
            if (symbols.IsAll(parsed)) canvas.Line(texts.Message.NumberHeading(examination.Number, examination.Message.First("Message-ID")), Ink.Faint);
            console.Write(canvas.ToString());
            new NoticeText(console, texts, layout).Write(examination);
            canvas = new TextCanvas(layout);
            CheckTextReport.Write(canvas, examination.Report);
            if (layout.Verbose)
            {
                canvas.Gap();
                new MessageText(canvas, texts).Write(examination.Authentication);
            }
            if (symbols.IsAll(parsed)) canvas.Gap();
            console.Write(canvas.ToString());
        }
        var trace = new TextCanvas(layout);
        dns.WriteTrace(trace);
        console.Write(trace.ToString());
        return status;
    }

    // What DNS did not answer may be a problem too; what is one for certain weighs more.
    private static int StatusOf(MessageExamination examination) =>
        examination.Report.Count(CheckStatus.Problem) > 0 ? ExitStatus.Findings
        : examination.Message.Notice.Kind == MessageKind.None && examination.Authentication.Dmarc.Verdict == DmarcVerdict.TempError ? ExitStatus.Unreadable
        : ExitStatus.Fine;

    private static int Worse(int one, int other) => one == ExitStatus.Findings || other == ExitStatus.Findings ? ExitStatus.Findings : Math.Max(one, other);

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
