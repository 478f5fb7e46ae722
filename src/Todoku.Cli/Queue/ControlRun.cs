using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports.Json;
using Todoku.Web.Control;

namespace Todoku.Cli.Queue;

/// <summary>Asks the relay one thing and prints the answer.</summary>
/// <param name="console">Where it is printed.</param>
/// <param name="texts">The words.</param>
/// <param name="config">The configuration, which says where the relay is.</param>
internal sealed class ControlRun(CliConsole console, CliTexts texts, string config)
{
    /// <summary>Asks, and prints.</summary>
    /// <param name="ask">Asks.</param>
    /// <param name="print">Prints the answer; is told whether a relay runs.</param>
    /// <exception cref="UnreadableException">It was not answered; the message says why, and what to do.</exception>
    public int Run<T>(Func<IRelayControl, CancellationToken, Task<ControlAnswer<T>>> ask, Action<T, bool> print)
    {
        using var interruption = Interruption.Listen(() => console.Error.WriteLine($"todoku: {texts.Waiting.Stopping}"));
        return RunAsync(ask, print, interruption.Token).GetAwaiter().GetResult();
    }

    /// <summary>Writes an answer as JSON, with the schema before it.</summary>
    public void WriteJson<T>(string schema, T value, JsonTypeInfo<T> type)
    {
        using (var json = new Utf8JsonWriter(console.Output, SafeJson.Indented))
        {
            json.WriteStartObject();
            json.WriteString("schema"u8, schema);
            foreach (var (name, member) in JsonSerializer.SerializeToNode(value, type)!.AsObject())
            {
                json.WritePropertyName(name);
                if (member is null) json.WriteNullValue();
                else member.WriteTo(json);
            }
            json.WriteEndObject();
        }
        console.Output.Write("\n"u8);
    }

    private async Task<int> RunAsync<T>(Func<IRelayControl, CancellationToken, Task<ControlAnswer<T>>> ask, Action<T, bool> print, CancellationToken cancellation)
    {
        var session = await ControlSession.OpenAsync(console, texts, config, cancellation).ConfigureAwait(false);
        await using var _ = session.ConfigureAwait(false);
        switch (await ask(session.Control, cancellation).ConfigureAwait(false))
        {
            case ControlAnswer<T>.Done done:
                print(done.Value, session.IsRunning);
                if (!session.IsRunning) console.Error.WriteLine($"todoku: {texts.Queue.NotRunning}");
                return ExitStatus.Fine;
            case ControlAnswer<T>.Failed failed:
                throw new UnreadableException(texts.Queue.Fault(failed.Fault));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
