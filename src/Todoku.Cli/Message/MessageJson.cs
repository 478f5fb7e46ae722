using System.Text.Json;
using Todoku.Authentication.Messages;
using Todoku.Authentication.Spf;
using Todoku.Cli.Arc;
using Todoku.Cli.Dmarc;
using Todoku.Cli.Messages;
using Todoku.Cli.Spf;

namespace Todoku.Cli.Message;

/// <summary>What a receiver finds out about a message, for a program (docs/commands.md).</summary>
internal static class MessageJson
{
    /// <summary>Name and version of the schema.</summary>
    public const string Schema = "todoku/message/1";

    /// <summary>Writes the properties.</summary>
    public static void Write(Utf8JsonWriter json, MessageAuthentication message)
    {
        json.WriteString("schema"u8, Schema);
        json.WriteStartObject("spf"u8);
        if (message.Spf is { } spf) SpfResultJson.WriteVerdict(json, spf);
        else json.WriteString("result"u8, "none"u8);
        json.WriteString("identity"u8, message.Spf is { Identity: SpfIdentity.Helo } ? "helo"u8 : "mailfrom"u8);
        json.WriteString("domain"u8, message.Spf?.Domain);
        json.WriteEndObject();
        json.WriteStartArray("dkim"u8);
        foreach (var check in message.Dkim.Signatures)
        {
            json.WriteStartObject();
            SignatureJson.WriteShort(json, check);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("dmarc"u8);
        DmarcJson.Write(json, message.Dmarc);
        json.WriteEndObject();
        json.WriteStartObject("arc"u8);
        ArcVerificationJson.Write(json, message.Arc);
        json.WriteEndObject();
        json.WriteString("authentication_results"u8, MessageResults.Of(message).ToString());
    }
}
