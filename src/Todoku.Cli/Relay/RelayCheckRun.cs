using System.Net;
using System.Text.Json;
using Todoku.Cli.Commands;
using Todoku.Cli.Dns;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports.Escaping;
using Todoku.Diagnosis.Reports.Json;
using Todoku.Mail;
using Todoku.Relay.Configuration.Checking;
using Todoku.Relay.Configuration.Texts;
using Todoku.Relay.Configuration;

namespace Todoku.Cli.Relay;

/// <summary>Runs <c>relay check</c>: all errors of the file; when there is none, whether the world is as the file counts on it.</summary>
internal sealed class RelayCheckRun(CliConsole console, CliTexts texts, bool isJson, bool isFileOnly)
{
    /// <summary>Runs it.</summary>
    /// <returns>The exit status: 1 when there is an error or a problem.</returns>
    public int Run(string file, Func<IReadOnlyList<IPEndPoint>?, DnsAccess> openDns)
    {
        switch (ConfigurationReader.Read(file, texts.Language))
        {
            case ConfigurationOutcome.Invalid invalid:
                if (isJson) WriteJson(file, invalid.Problems, []);
                else WriteProblems(invalid.Problems);
                return File.Exists(file) ? ExitStatus.Findings : ExitStatus.Unreadable;
            case ConfigurationOutcome.Valid { Configuration: var configuration }:
                if (isFileOnly)
                {
                    if (isJson) WriteJson(file, [], []);
                    else Line(texts.Relay.NoErrors(file));
                    return ExitStatus.Fine;
                }
                using (var interruption = Interruption.Listen(() => console.Error.WriteLine($"todoku: {texts.Waiting.Stopping}")))
                {
                    var seams = new CheckSeams(openDns(configuration.Resolvers).Begin().Resolver, console.Host.SourceAddress, GlobalAddress.Is, console.Time);
                    var facts = new ConfigurationCheck(configuration, seams).RunAsync(interruption.Token).GetAwaiter().GetResult();
                    if (isJson) WriteJson(file, [], facts);
                    else WriteFacts(file, facts);
                    return facts.Any(fact => fact.Status == FactStatus.Problem) ? ExitStatus.Findings : ExitStatus.Fine;
                }
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private void WriteProblems(IReadOnlyList<ConfigurationProblem> problems)
    {
        foreach (var problem in problems) Line(problem.ToString());
        Line(texts.Relay.Errors(problems.Count));
    }

    private void WriteFacts(string file, IReadOnlyList<ConfigurationFact> facts)
    {
        Line(texts.Relay.NoErrors(file));
        var words = FactTexts.Of(texts.Language);
        foreach (var fact in facts)
        {
            // A record to publish is taken over as it stands, so its lines are not wrapped.
            foreach (var (index, line) in words.Of(fact).Split('\n').Index()) Line(index == 0 ? $"{texts.Relay.Status(fact.Status)}  {line}" : $"    {line}");
        }
    }

    private void WriteJson(string file, IReadOnlyList<ConfigurationProblem> problems, IReadOnlyList<ConfigurationFact> facts)
    {
        var words = FactTexts.Of(texts.Language);
        using (var json = new Utf8JsonWriter(console.Output, SafeJson.Indented))
        {
            json.WriteStartObject();
            json.WriteString("schema"u8, "todoku/relay-check/1"u8);
            json.WriteString("file"u8, file);
            json.WriteStartArray("errors"u8);
            foreach (var problem in problems)
            {
                json.WriteStartObject();
                json.WriteNumber("line"u8, problem.Line);
                json.WriteString("message"u8, problem.Message);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("facts"u8);
            foreach (var fact in facts)
            {
                json.WriteStartObject();
                json.WriteString("status"u8, Word(fact.Status));
                json.WriteString("message"u8, words.Of(fact));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        console.Output.Write("\n"u8);
    }

    private static string Word(FactStatus status) => status switch
    {
        FactStatus.Fine => "fine",
        FactStatus.Warning => "warning",
        FactStatus.Problem => "problem",
        FactStatus.Unknown => "unknown",
    };

    private void Line(string text) => console.Write($"{VisibleText.Escape(text)}\n");
}
