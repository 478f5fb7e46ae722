using System.Buffers;
using System.Text.Json;
using Todoku.Authentication.MtaSts;

namespace Todoku.Relay.Routing.Tls;

/// <summary>Writes and reads a policy as it is kept, as JSON.</summary>
internal static class KeptPolicyText
{
    public static ReadOnlyMemory<byte> Write(KeptPolicy kept)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("id"u8, kept.Id);
            json.WriteString("fetched"u8, kept.FetchedAt);
            json.WriteString("used"u8, kept.UsedAt);
            json.WriteString("mode"u8, kept.Policy.Mode);
            json.WriteNumber("max_age"u8, kept.Policy.MaxAge);
            json.WriteStartArray("mx"u8);
            foreach (var pattern in kept.Policy.Patterns) json.WriteStringValue(pattern);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }

    /// <summary>Reads it; null when another version of the relay wrote it in a form that is not known here.</summary>
    public static KeptPolicy? Read(ReadOnlyMemory<byte> value)
    {
        try
        {
            using var json = JsonDocument.Parse(value);
            var root = json.RootElement;
            var patterns = root.GetProperty("mx"u8).EnumerateArray().Select(one => one.GetString() ?? "").ToArray();
            var policy = new MtaStsPolicy(root.GetProperty("mode"u8).GetString() ?? "", root.GetProperty("max_age"u8).GetInt64(), patterns);
            return new KeptPolicy(policy, root.GetProperty("id"u8).GetString() ?? "", root.GetProperty("fetched"u8).GetDateTimeOffset(), root.GetProperty("used"u8).GetDateTimeOffset());
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
