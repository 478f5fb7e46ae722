using System.Buffers;
using System.Text.Json;
using Todoku.Knowledge;

namespace Todoku.Cli.Explain.Batch;

/// <summary>Writes the answer to a line: <c>{"id","cause","provider","temporary","rule","values"}</c>, or <c>{"id","error"}</c>.</summary>
internal static class BatchAnswer
{
    private static readonly JsonEncodedText[] CauseIds = [.. Causes.All.ToArray().Select(cause => JsonEncodedText.Encode(cause.Id))];
    private static readonly JsonEncodedText Other = JsonEncodedText.Encode("other");

    /// <summary>Writes a reading.</summary>
    public static void Write(ReadOnlySpan<byte> id, in Reading reading, IReadOnlyList<ReplyValue> values, Utf8JsonWriter json, IBufferWriter<byte> output)
    {
        Begin(id, json);
        json.WriteString("cause"u8, CauseIds[(int)reading.Cause]);
        if (reading.Provider.IsKnown) json.WriteString("provider"u8, reading.Provider.Id);
        else json.WriteString("provider"u8, Other);
        json.WriteBoolean("temporary"u8, reading.IsTemporary);
        json.WriteString("rule"u8, reading.RuleId);
        json.WriteStartObject("values"u8);
        for (var i = 0; i < values.Count; i++)
            if (IsFirst(values, i)) json.WriteString(values[i].Name, values[i].Value);
        json.WriteEndObject();
        End(json, output);
    }

    /// <summary>Writes an error.</summary>
    public static void WriteError(ReadOnlySpan<byte> id, string error, Utf8JsonWriter json, IBufferWriter<byte> output)
    {
        Begin(id, json);
        json.WriteString("error"u8, error);
        End(json, output);
    }

    private static void Begin(ReadOnlySpan<byte> id, Utf8JsonWriter json)
    {
        json.Reset();
        json.WriteStartObject();
        json.WritePropertyName("id"u8);
        // It was read as JSON a moment ago.
        json.WriteRawValue(id.IsEmpty ? "null"u8 : id, skipInputValidation: true);
    }

    private static void End(Utf8JsonWriter json, IBufferWriter<byte> output)
    {
        json.WriteEndObject();
        json.Flush();
        output.Write("\n"u8);
    }

    private static bool IsFirst(IReadOnlyList<ReplyValue> values, int index)
    {
        for (var i = 0; i < index; i++)
            if (values[i].Name == values[index].Name) return false;
        return true;
    }
}
