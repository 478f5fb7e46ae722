using System.Text;
using System.Text.Json;
using Todoku.Authentication.Dkim;
using Todoku.Authentication.Signatures;
using Todoku.Authentication.Signatures.Evidence;
using Todoku.Mail.Messages;

namespace Todoku.Cli.Messages;

/// <summary>A signature for a program (docs/dkim.md).</summary>
internal static class SignatureJson
{
    private const int MaxRecordLength = 4096;

    /// <summary>Writes the properties that a batch has too: result, reason, domain, selector.</summary>
    public static void WriteShort(Utf8JsonWriter json, SignatureCheck check)
    {
        json.WriteString("result"u8, DkimResults.Word(DkimResults.Of(check.Reason)));
        json.WriteString("reason"u8, Word(check.Reason));
        if (check.Detail.Length > 0) json.WriteString("detail"u8, check.Detail);
        json.WriteString("domain"u8, check.Signature.Domain.IsRoot ? "" : check.Signature.Domain.ToString());
        json.WriteString("selector"u8, check.Signature.Selector);
        if (check.Signature.Identity.Length > 0) json.WriteString("identity"u8, check.Signature.Identity);
    }

    /// <summary>Writes all properties.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="message">The message.</param>
    /// <param name="check">What came of the signature.</param>
    /// <param name="isSearched">Whether the cause of a mismatch is looked for (<see cref="SignatureEvidence.MaxSearches"/>).</param>
    public static void Write(Utf8JsonWriter json, MessageHeaders message, SignatureCheck check, bool isSearched)
    {
        WriteShort(json, check);
        var signature = check.Signature;
        if (signature.SyntaxError is { } error) json.WriteNumber("error_offset"u8, error.Offset);
        if (signature.Problem is null)
        {
            json.WriteString("algorithm"u8, AlgorithmNames.Of(signature.Algorithm));
            json.WriteString("canonicalization"u8, $"{Word(signature.HeaderCanonicalization)}/{Word(signature.BodyCanonicalization)}");
            json.WriteStartArray("headers"u8);
            foreach (var name in signature.SignedHeaders) json.WriteStringValue(Encoding.ASCII.GetString(name.Span));
            json.WriteEndArray();
            WriteNumber(json, "signed_at"u8, signature.SignedAt);
            WriteNumber(json, "expires_at"u8, signature.ExpiresAt);
            WriteNumber(json, "body_length"u8, signature.BodyLength);
        }
        WriteKey(json, check);
        if (check.BodyHash.Length > 0)
        {
            json.WriteStartObject("body_hash"u8);
            json.WriteString("signed"u8, Convert.ToBase64String(signature.BodyHash));
            json.WriteString("found"u8, Convert.ToBase64String(check.BodyHash));
            json.WriteNumber("octets"u8, check.BodyOctets);
            json.WriteEndObject();
        }
        if (check.HeaderVerifies is { } verifies) json.WriteBoolean("header_verifies"u8, verifies);
        if (isSearched && !check.IsVerified && check.HeaderHash.Length > 0) WriteEvidence(json, message, SignatureEvidence.Find(message, check));
    }

    /// <summary>The word of a reason: the names of the type in small letters, with underscores.</summary>
    public static string Word(SignatureReason reason) => Words.GetOrAdd(reason, static reason => JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString()));

    private static System.Collections.Concurrent.ConcurrentDictionary<SignatureReason, string> Words { get; } = new();

    private static void WriteKey(Utf8JsonWriter json, SignatureCheck check)
    {
        if (check.KeyAnswer is null) return;
        json.WriteStartObject("key"u8);
        json.WriteString("name"u8, check.Signature.KeyName.ToString());
        if (check.Key is { } key)
        {
            json.WriteString("record"u8, Encoding.UTF8.GetString(key.Text.Length > MaxRecordLength ? key.Text.Span[..MaxRecordLength] : key.Text.Span));
            json.WriteNumber("bits"u8, key.Bits);
            json.WriteBoolean("testing"u8, key.IsTesting);
            if (key.SyntaxError is { } error) json.WriteNumber("error_offset"u8, error.Offset);
        }
        json.WriteEndObject();
    }

    private static void WriteEvidence(Utf8JsonWriter json, MessageHeaders message, SignatureEvidence evidence)
    {
        if (evidence is { Body: null, Header: null }) return;
        json.WriteStartObject("evidence"u8);
        if (evidence.Body is { } body)
        {
            json.WriteString("body"u8, JsonNamingPolicy.SnakeCaseLower.ConvertName(BodyName(body)));
            if (body is BodyEvidence.Appended appended)
            {
                json.WriteNumber("body_offset"u8, appended.Offset);
                json.WriteNumber("body_line"u8, appended.Line);
                json.WriteNumber("body_octets"u8, appended.Octets);
            }
            else if (body is BodyEvidence.Prepended prepended)
            {
                json.WriteNumber("body_lines"u8, prepended.Lines);
                json.WriteNumber("body_octets"u8, prepended.Octets);
            }
        }
        if (evidence.Header is { } header)
        {
            json.WriteString("header"u8, JsonNamingPolicy.SnakeCaseLower.ConvertName(HeaderName(header)));
            if (header is HeaderEvidence.FieldAdded added) json.WriteString("header_field"u8, Encoding.ASCII.GetString(message.Fields[added.Index].Name));
            else if (header is HeaderEvidence.SubjectTagged tagged) json.WriteString("header_tag"u8, tagged.Tag);
        }
        json.WriteEndObject();
    }

    private static string BodyName(BodyEvidence evidence) => evidence switch
    {
        BodyEvidence.Appended => nameof(BodyEvidence.Appended),
        BodyEvidence.Prepended => nameof(BodyEvidence.Prepended),
        BodyEvidence.OtherCanonicalization => nameof(BodyEvidence.OtherCanonicalization),
        BodyEvidence.SignedEmpty => nameof(BodyEvidence.SignedEmpty),
        BodyEvidence.LineEnds => nameof(BodyEvidence.LineEnds),
        BodyEvidence.SignedWithUnixLineEnds => nameof(BodyEvidence.SignedWithUnixLineEnds),
        BodyEvidence.SignedTrailingLines => nameof(BodyEvidence.SignedTrailingLines),
        BodyEvidence.SignedWithoutLastLineEnd => nameof(BodyEvidence.SignedWithoutLastLineEnd),
        BodyEvidence.TrailingBlanks => nameof(BodyEvidence.TrailingBlanks),
        BodyEvidence.DotsDoubled => nameof(BodyEvidence.DotsDoubled),
        BodyEvidence.SignedDotsDoubled => nameof(BodyEvidence.SignedDotsDoubled),
        _ => throw new ArgumentOutOfRangeException(nameof(evidence)),
    };

    private static string HeaderName(HeaderEvidence evidence) => evidence switch
    {
        HeaderEvidence.OtherKey => nameof(HeaderEvidence.OtherKey),
        HeaderEvidence.Changed => nameof(HeaderEvidence.Changed),
        HeaderEvidence.FieldAdded => nameof(HeaderEvidence.FieldAdded),
        HeaderEvidence.SubjectTagged => nameof(HeaderEvidence.SubjectTagged),
        HeaderEvidence.OtherCanonicalization => nameof(HeaderEvidence.OtherCanonicalization),
        HeaderEvidence.OrderOfRepeated => nameof(HeaderEvidence.OrderOfRepeated),
        _ => throw new ArgumentOutOfRangeException(nameof(evidence)),
    };

    private static void WriteNumber(Utf8JsonWriter json, ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
    }

    private static string Word(Canonicalization form) => form == Canonicalization.Simple ? "simple" : "relaxed";
}
