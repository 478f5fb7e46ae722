using System.Text;
using System.Text.Json;
using Todoku.Authentication.Arc;
using Todoku.Authentication.Signatures;
using Todoku.Cli.Messages;

namespace Todoku.Cli.Arc;

/// <summary>A verification for a program (docs/arc.md).</summary>
internal static class ArcVerificationJson
{
    private const int MaxResults = 4096;

    /// <summary>Writes the properties that a batch has too.</summary>
    public static void Write(Utf8JsonWriter json, ArcVerification verification)
    {
        json.WriteString("result"u8, ArcWords.Of(verification.Result));
        json.WriteString("reason"u8, JsonNamingPolicy.SnakeCaseLower.ConvertName(verification.Reason.ToString()));
        if (verification.Instance > 0) json.WriteNumber("instance"u8, verification.Instance);
        if (verification.Field is { } field) json.WriteString("field"u8, ArcWords.NameOf(field));
        if (verification.Decisive is { } check)
        {
            json.WriteString("signature_reason"u8, SignatureJson.Word(check.Reason));
            if (check.Detail.Length > 0) json.WriteString("detail"u8, check.Detail);
        }
        if (verification.Result == ArcResult.Pass) json.WriteNumber("oldest_pass"u8, verification.OldestPass);
    }

    /// <summary>Writes the sets, and the signatures that were verified.</summary>
    public static void WriteSets(Utf8JsonWriter json, ArcVerification verification)
    {
        json.WriteStartArray("sets"u8);
        foreach (var set in verification.Sets)
        {
            json.WriteStartObject();
            json.WriteNumber("instance"u8, set.Instance);
            json.WriteString("domain"u8, set.Seal.Domain.ToString());
            json.WriteString("selector"u8, set.Seal.Selector);
            json.WriteString("cv"u8, ArcWords.Of(set.ChainStatus));
            var results = set.AuthenticationResults.Unfold();
            json.WriteString("authentication_results"u8, Encoding.UTF8.GetString(results.Length > MaxResults ? results.AsSpan(0, MaxResults) : results));
            Write(json, "message_signature"u8, verification, set.MessageSignature);
            Write(json, "seal"u8, verification, set.Seal);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, ArcVerification verification, SignatureField signature)
    {
        if (verification.Checks.FirstOrDefault(check => check.Signature.Index == signature.Index) is not { } check) return;
        json.WriteStartObject(name);
        SignatureJson.Write(json, verification.Message, check, isSearched: true);
        json.WriteEndObject();
    }
}
