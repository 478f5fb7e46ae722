using System.Text.Json;
using Todoku.Diagnosis.Reports.Checks;
using Todoku.Diagnosis.Reports.Content;

namespace Todoku.Diagnosis.Reports.Json;

/// <summary>Facts of DNS: an item of <c>findings[].facts</c>, and whether there are any.</summary>
internal static class FactJson
{
    public static void Write(Utf8JsonWriter json, ReportFact fact)
    {
        var result = fact.Fact.Result;
        json.WriteStartObject();
        json.WriteString("check"u8, result.Check);
        json.WriteString("outcome"u8, result.Outcome);
        json.WriteString("status"u8, CheckJsonReport.StatusId(result.Status));
        json.WriteString("relation"u8, RelationId(fact.Fact.Relation));
        json.WriteString("subject"u8, result.Subject);
        json.WriteString("title"u8, fact.Title);
        json.WriteStrings("evidence"u8, result.Evidence);
        json.WriteArray("records"u8, result.Records, CheckJsonReport.WriteRecord);
        json.WriteEndObject();
    }

    /// <summary>Writes <c>facts_known</c>, and why not.</summary>
    public static void WriteState(Utf8JsonWriter json, FactState state)
    {
        json.WriteBoolean("facts_known"u8, state == FactState.Known);
        if (state != FactState.Known) json.WriteString("facts_reason"u8, ReasonId(state));
    }

    private static ReadOnlySpan<byte> RelationId(FactRelation relation) => relation switch
    {
        FactRelation.Confirms => "confirms"u8,
        FactRelation.Explains => "explains"u8,
        FactRelation.Contradicts => "contradicts"u8,
        FactRelation.NoBearing => "no-bearing"u8,
    };

    private static ReadOnlySpan<byte> ReasonId(FactState state) => state switch
    {
        FactState.NothingToAsk => "nothing-to-ask"u8,
        FactState.NoAnswer => "no-answer"u8,
        _ => "not-asked"u8,
    };
}
