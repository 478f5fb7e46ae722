using System.Text.Json;
using Todoku.Authentication.Dkim;
using Todoku.Authentication.Signatures.Evidence;
using Todoku.Cli.Messages;

namespace Todoku.Cli.Dkim;

/// <summary>A verification for a program (docs/dkim.md).</summary>
internal static class DkimVerificationJson
{
    /// <summary>Writes the properties.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="verification">What came of the message.</param>
    /// <param name="isShort">Whether only the results are wanted, as in a batch.</param>
    public static void Write(Utf8JsonWriter json, DkimVerification verification, bool isShort)
    {
        json.WriteString("result"u8, DkimResults.Word(verification.Result));
        json.WriteStartArray("signatures"u8);
        var searches = 0;
        foreach (var check in verification.Signatures)
        {
            json.WriteStartObject();
            if (isShort) SignatureJson.WriteShort(json, check);
            else SignatureJson.Write(json, verification.Message, check, isSearched: check.IsVerified || searches++ < SignatureEvidence.MaxSearches);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
