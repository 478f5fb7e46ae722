using System.CommandLine;
using System.Text.Json;
using Todoku.Authentication.Dkim;
using Todoku.Authentication.Signatures;
using Todoku.Cli.Batch;
using Todoku.Cli.Commands;
using Todoku.Cli.Messages;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports.Json;
using Todoku.Diagnosis.Reports.Text;

namespace Todoku.Cli.Dkim;

/// <summary>Runs <c>dkim verify</c>.</summary>
internal sealed class DkimVerifyRun(CliConsole console, CliTexts texts, VerifySymbols symbols)
{
    private readonly KeyCache _keys = new();

    /// <summary>Runs it.</summary>
    /// <returns>The exit status: 0 when a signature verifies.</returns>
    public int Run(ParseResult parsed)
    {
        symbols.Check(parsed);
        return symbols.IsBatch(parsed) ? RunBatch(parsed) : RunOne(parsed);
    }

    private int RunOne(ParseResult parsed)
    {
        var now = symbols.Time(parsed, console);
        var dns = symbols.Dns.Open(parsed, console).Begin();
        var file = symbols.Message(parsed, console);
        var verification = new DkimVerifier(new KeyStore(dns.Resolver, _keys)).VerifyAsync(file.Headers, now, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        if (symbols.IsJson(parsed))
        {
            using (var json = new Utf8JsonWriter(console.Output, SafeJson.Indented))
            {
                json.WriteStartObject();
                json.WriteString("schema"u8, "todoku/dkim/1"u8);
                DkimVerificationJson.Write(json, verification, isShort: false);
                json.WriteBoolean("unix_line_ends"u8, file.HadUnixLineEnds);
                dns.WriteTrace(json);
                json.WriteEndObject();
            }
            console.Output.Write("\n"u8);
        }
        else
        {
            var canvas = new TextCanvas(symbols.Layout(parsed, console));
            new DkimVerificationText(canvas, texts).Write(file, verification);
            dns.WriteTrace(canvas);
            console.Write(canvas.ToString());
        }
        return verification.Result == DkimResult.Pass ? ExitStatus.Fine : ExitStatus.Findings;
    }

    private int RunBatch(ParseResult parsed)
    {
        var given = symbols.GivenTime(parsed, console);
        var dns = symbols.Dns.Open(parsed, console);
        return new JsonLines(console, async (line, json) =>
        {
            var run = dns.Begin();
            var file = BatchMessage.Read(line);
            var verifier = new DkimVerifier(new KeyStore(run.Resolver, _keys));
            DkimVerificationJson.Write(json, await verifier.VerifyAsync(file.Headers, BatchMessage.Time(line, given, console), CancellationToken.None), isShort: true);
            run.WriteTrace(json);
        }).Run();
    }
}
