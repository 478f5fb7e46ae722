using System.Buffers;
using System.Text.Json;
using Todoku.Mail;

namespace Todoku.Relay.Routing.Tls;

/// <summary>Writes and reads what is kept of a domain's TLS, as JSON.</summary>
internal static class RememberedTlsText
{
    public static ReadOnlyMemory<byte> Write(RememberedTls tls)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("since"u8, tls.Since);
            json.WriteString("seen"u8, tls.LastSeen);
            json.WriteString("protocol"u8, tls.Protocol);
            json.WriteBoolean("verified"u8, tls.IsVerified);
            json.WriteStartArray("servers"u8);
            foreach (var server in tls.Servers) json.WriteStringValue(server.ToString());
            json.WriteEndArray();
            if (tls.GoneSince is { } gone) json.WriteString("gone"u8, gone);
            json.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }

    /// <summary>Reads it; null when another version of the relay wrote it in a form that is not known here.</summary>
    public static RememberedTls? Read(ReadOnlyMemory<byte> value)
    {
        try
        {
            using var json = JsonDocument.Parse(value);
            var root = json.RootElement;
            var servers = new List<DomainName>();
            foreach (var server in root.GetProperty("servers"u8).EnumerateArray())
                if (DomainName.TryParse(server.GetString(), out var name)) servers.Add(name);
            return new RememberedTls(
                root.GetProperty("since"u8).GetDateTimeOffset(),
                root.GetProperty("seen"u8).GetDateTimeOffset(),
                root.GetProperty("protocol"u8).GetString() ?? "",
                root.GetProperty("verified"u8).GetBoolean(),
                servers,
                root.TryGetProperty("gone"u8, out var gone) ? gone.GetDateTimeOffset() : null);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
