using System.Diagnostics;
using System.Text.Json;
using Todoku.Authentication.Spf;

namespace Todoku.Cli.Spf;

/// <summary>A result of SPF for a program (docs/spf.md).</summary>
internal static class SpfResultJson
{
    /// <summary>Name and version of the schema.</summary>
    public const string Schema = "todoku/spf/1";

    /// <summary>Writes the properties of a whole result.</summary>
    public static void Write(Utf8JsonWriter json, SpfRequest request, SpfResult result, SpfLookupNode? costs)
    {
        json.WriteString("schema"u8, Schema);
        WriteVerdict(json, result);
        json.WriteString("ip"u8, request.Ip.ToString());
        json.WriteString("identity"u8, result.Identity == SpfIdentity.Helo ? "helo"u8 : "mailfrom"u8);
        json.WriteString("domain"u8, result.Domain);
        json.WriteNumber("lookups"u8, result.Lookups);
        json.WriteNumber("void_lookups"u8, result.VoidLookups);
        if (result.Reason is SpfReason.SyntaxErrors wrong) WriteErrors(json, wrong.Record);
        if (costs is not null)
        {
            json.WriteStartObject("costs"u8);
            WriteCosts(json, costs);
            json.WriteEndObject();
        }
        json.WriteStartArray("steps"u8);
        foreach (var step in result.Steps) SpfStepJson.Write(json, step);
        json.WriteEndArray();
    }

    /// <summary>Writes the properties that every form has: the verdict and what decided.</summary>
    public static void WriteVerdict(Utf8JsonWriter json, SpfResult result)
    {
        json.WriteString("result"u8, result.Verdict.ToWord());
        if (result.Explanation is { } explanation) json.WriteString("explanation"u8, explanation);
        else json.WriteNull("explanation"u8);
        json.WriteString("reason"u8, ReasonId(result.Reason));
        if (DecidedBy(result.Reason) is not { Term: { } term } by) return;
        json.WriteString("mechanism"u8, term.Text);
        json.WriteString("mechanism_domain"u8, by.Domain);
    }

    /// <summary>The id of a reason.</summary>
    public static string ReasonId(SpfReason reason) => reason switch
    {
        SpfReason.MalformedDomain => "malformed_domain",
        SpfReason.NoRecord => "no_record",
        SpfReason.SeveralRecords => "several_records",
        SpfReason.SyntaxErrors => "syntax_errors",
        SpfReason.Matched => "matched",
        SpfReason.NoMatch => "no_match",
        SpfReason.TooManyLookups => "too_many_lookups",
        SpfReason.TooManyVoidLookups => "too_many_void_lookups",
        SpfReason.TooManyMailExchangers => "too_many_mx",
        SpfReason.TargetWithoutRecord => "target_without_record",
        SpfReason.DnsFailed => "dns_failed",
        SpfReason.TimeIsUp => "time_is_up",
        _ => throw new UnreachableException(),
    };

    private static (string Domain, SpfTerm? Term) DecidedBy(SpfReason reason) => reason switch
    {
        SpfReason.Matched matched => (matched.Domain, matched.Term),
        SpfReason.TooManyLookups many => (many.Domain, many.Term),
        SpfReason.TooManyVoidLookups many => (many.Domain, many.Term),
        SpfReason.TooManyMailExchangers many => (many.Domain, many.Term),
        SpfReason.TargetWithoutRecord target => (target.Domain, target.Term),
        SpfReason.DnsFailed failed => (failed.Domain, failed.Term),
        _ => ("", null),
    };

    private static void WriteErrors(Utf8JsonWriter json, SpfRecord record)
    {
        json.WriteStartArray("errors"u8);
        foreach (var error in record.Errors)
        {
            json.WriteStartObject();
            json.WriteString("problem"u8, JsonNamingPolicy.SnakeCaseLower.ConvertName(error.Problem.ToString()));
            json.WriteString("term"u8, error.Term);
            json.WriteNumber("offset"u8, error.Offset);
            json.WriteString("suggestion"u8, error.Suggestion);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteCosts(Utf8JsonWriter json, SpfLookupNode node)
    {
        json.WriteString("domain"u8, node.Domain);
        if (node.Term is { } term) json.WriteString("term"u8, term.Text);
        json.WriteNumber("lookups"u8, node.Lookups);
        if (node.IsLoop) json.WriteBoolean("loop"u8, true);
        if (node.Problem is { } problem) json.WriteString("problem"u8, ReasonId(problem));
        json.WriteStartArray("includes"u8);
        foreach (var child in node.Children)
        {
            json.WriteStartObject();
            WriteCosts(json, child);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
