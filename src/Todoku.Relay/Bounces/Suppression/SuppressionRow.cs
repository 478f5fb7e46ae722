using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Todoku.Relay.State;

namespace Todoku.Relay.Bounces.Suppression;

/// <summary>A line of the list as the state keeps it.</summary>
internal static class SuppressionRow
{
    /// <summary>The kind of the rows.</summary>
    public const string Kind = "suppression";

    /// <summary>The key of a line: one for all mail to an address, one for each author domain.</summary>
    public static string KeyOf(string address, string authorDomain)
    {
        var key = authorDomain.Length == 0 ? address : $"{address} {authorDomain}";
        return key.Length <= StateRow.MaxKeyLength ? key : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
    }

    /// <summary>The row of a line.</summary>
    public static StateRow Of(SuppressionEntry entry)
    {
        var value = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(value))
        {
            json.WriteStartObject();
            json.WriteString("address"u8, entry.Address);
            if (entry.AuthorDomain.Length > 0) json.WriteString("author-domain"u8, entry.AuthorDomain);
            json.WriteNumber("scope"u8, (int)entry.Scope);
            json.WriteNumber("reason"u8, (int)entry.Reason);
            json.WriteString("evidence"u8, entry.Evidence);
            json.WriteNumber("since"u8, entry.Since.ToUnixTimeSeconds());
            if (entry.Until is { } until) json.WriteNumber("until"u8, until.ToUnixTimeSeconds());
            json.WriteNumber("times"u8, entry.Times);
            json.WriteEndObject();
        }
        return new StateRow(Kind, KeyOf(entry.Address, entry.AuthorDomain), value.WrittenMemory, entry.Until + SuppressionPolicy.Memory);
    }

    /// <summary>The line of a row; null when it can't be read.</summary>
    public static SuppressionEntry? Read(StateRow row)
    {
        try
        {
            using var document = JsonDocument.Parse(row.Value);
            var json = document.RootElement;
            return new SuppressionEntry
            {
                Address = json.GetProperty("address"u8).GetString() ?? "",
                AuthorDomain = json.TryGetProperty("author-domain"u8, out var author) ? author.GetString() ?? "" : "",
                Scope = (SuppressionScope)json.GetProperty("scope"u8).GetByte(),
                Reason = (SuppressionReason)json.GetProperty("reason"u8).GetByte(),
                Evidence = json.GetProperty("evidence"u8).GetString() ?? "",
                Since = DateTimeOffset.FromUnixTimeSeconds(json.GetProperty("since"u8).GetInt64()),
                Until = json.TryGetProperty("until"u8, out var until) ? DateTimeOffset.FromUnixTimeSeconds(until.GetInt64()) : null,
                Times = json.GetProperty("times"u8).GetInt32(),
            };
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
