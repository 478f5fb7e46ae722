using System.CommandLine;
using System.Text.Json;
using Todoku.Authentication.Arc;
using Todoku.Authentication.Signatures;
using Todoku.Cli.Batch;
using Todoku.Cli.Commands;
using Todoku.Cli.Messages;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports.Json;
using Todoku.Diagnosis.Reports.Text;

namespace Todoku.Cli.Arc;

/// <summary>Runs <c>arc verify</c>.</summary>
internal sealed class ArcVerifyRun(CliConsole console, CliTexts texts, VerifySymbols symbols)
{
    private readonly KeyCache _keys = new();

    /// <summary>Runs it.</summary>
    /// <returns>The exit status: 1 when the chain is broken.</returns>
    public int Run(ParseResult parsed)
    {
        symbols.Check(parsed);
        return symbols.IsBatch(parsed) ? RunBatch(parsed) : RunOne(parsed);
    }

    private int RunOne(ParseResult parsed)
    {
        var now = symbols.Time(parsed, console);
        var dns = symbols.Dns.Open(parsed, console).Begin();
        // A person mistook the file; to a program, what holds no chain has the result "none".
        var file = symbols.Message(parsed, console, mayBeEmpty: symbols.IsJson(parsed));
        var verification = new ArcVerifier(new KeyStore(dns.Resolver, _keys)).VerifyAsync(file.Headers, now, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        if (symbols.IsJson(parsed))
        {
            using (var json = new Utf8JsonWriter(console.Output, SafeJson.Indented))
            {
                json.WriteStartObject();
                json.WriteString("schema"u8, "todoku/arc/1"u8);
                ArcVerificationJson.Write(json, verification);
                ArcVerificationJson.WriteSets(json, verification);
                json.WriteBoolean("unix_line_ends"u8, file.HadUnixLineEnds);
                dns.WriteTrace(json);
                json.WriteEndObject();
            }
            console.Output.Write("\n"u8);
        }
        else
        {
            var canvas = new TextCanvas(symbols.Layout(parsed, console));
            new ArcVerificationText(canvas, texts).Write(file, verification);
            dns.WriteTrace(canvas);
            console.Write(canvas.ToString());
        }
        return verification.Result == ArcResult.Fail ? ExitStatus.Findings : ExitStatus.Fine;
    }

    private int RunBatch(ParseResult parsed)
    {
        var given = symbols.GivenTime(parsed, console);
        var dns = symbols.Dns.Open(parsed, console);
        return new JsonLines(console, async (line, json) =>
        {
            var run = dns.Begin();
            var file = BatchMessage.Read(line);
            var verifier = new ArcVerifier(new KeyStore(run.Resolver, _keys));
            ArcVerificationJson.Write(json, await verifier.VerifyAsync(file.Headers, BatchMessage.Time(line, given, console), CancellationToken.None));
            run.WriteTrace(json);
        }).Run();
    }
}
