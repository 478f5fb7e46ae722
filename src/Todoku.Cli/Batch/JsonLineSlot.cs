using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Todoku.Diagnosis.Reports.Json;

namespace Todoku.Cli.Batch;

/// <summary>Answers a line, and holds the answer until those before it are written. Used again for other lines.</summary>
internal sealed class JsonLineSlot : IDisposable
{
    private static readonly JsonWriterOptions Options = SafeJson.OnOneLine with { SkipValidation = true };

    private readonly Func<JsonLineRequest, Utf8JsonWriter, ValueTask> _evaluate;
    private readonly ArrayBufferWriter<byte> _output = new(1024);
    private readonly Utf8JsonWriter _json;

    public JsonLineSlot(Func<JsonLineRequest, Utf8JsonWriter, ValueTask> evaluate)
    {
        _evaluate = evaluate;
        _json = new Utf8JsonWriter(_output, Options);
    }

    /// <summary>The answer: a line with its end.</summary>
    public ReadOnlySpan<byte> Answer => _output.WrittenSpan;

    /// <summary>Answers a line; always with something, so that the one who asks can count.</summary>
    public async ValueTask AnswerAsync(ReadOnlyMemory<byte> line)
    {
        JsonDocument request;
        try
        {
            if (line.Length >= LineBlockReader.MaxLine) throw new JsonLineException("the line is too long");
            request = JsonDocument.Parse(line);
        }
        catch (JsonException error)
        {
            WriteError(default, $"the line is not valid JSON, at byte {error.BytePositionInLine}");
            return;
        }
        catch (JsonLineException error)
        {
            WriteError(default, error.Message);
            return;
        }
        using (request) await AnswerAsync(request.RootElement);
    }

    public void Dispose() => _json.Dispose();

    private async ValueTask AnswerAsync(JsonElement line)
    {
        if (line.ValueKind != JsonValueKind.Object)
        {
            WriteError(default, "the line is not a JSON object");
            return;
        }
        line.TryGetProperty("id"u8, out var id);
        try
        {
            Begin(id);
            await _evaluate(new JsonLineRequest(line), _json);
            End();
        }
        catch (Exception error) when (error is not (OperationCanceledException or OutOfMemoryException))
        {
            WriteError(id, error is JsonLineException or IOException or UnauthorizedAccessException
                ? error.Message
                : $"this is a mistake in todoku: {error.GetType().Name}: {error.Message}");
        }
    }

    private void WriteError(JsonElement id, string error)
    {
        Begin(id);
        _json.WriteString("error"u8, error);
        End();
    }

    private void Begin(JsonElement id)
    {
        _output.ResetWrittenCount();
        _json.Reset(_output);
        _json.WriteStartObject();
        _json.WritePropertyName("id"u8);
        // As it stands in the line, escapes and all.
        if (id.ValueKind == JsonValueKind.Undefined) _json.WriteNullValue();
        else _json.WriteRawValue(JsonMarshal.GetRawUtf8Value(id), skipInputValidation: true);
    }

    private void End()
    {
        _json.WriteEndObject();
        _json.Flush();
        _output.Write("\n"u8);
    }
}
