using System.Text.Json;
using Todoku.Diagnosis.Reports.Json;
using Todoku.Knowledge;

namespace Todoku.Cli.Explain;

/// <summary>An explanation for a program (docs/json.md).</summary>
internal static class ExplanationJson
{
    /// <summary>Name and version of the schema.</summary>
    public const string Schema = "todoku/explain/1";

    /// <summary>Writes it.</summary>
    public static void Write(Explanation explanation, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, SafeJson.Indented)) Write(json, explanation);
        output.Write("\n"u8);
    }

    private static void Write(Utf8JsonWriter json, Explanation explanation)
    {
        var reading = explanation.Reading;
        json.WriteStartObject();
        json.WriteString("schema"u8, Schema);
        json.WriteString("cause"u8, reading.Cause.Id);
        json.WriteString("provider"u8, reading.Provider.IsKnown ? reading.Provider.Id : "other");
        json.WriteBoolean("temporary"u8, reading.IsTemporary);
        json.WriteString("rule"u8, reading.RuleId);
        json.WriteString("fault"u8, FindingJson.FaultId(explanation.Fault));
        json.WriteBoolean("own_words"u8, explanation.IsLocal);
        json.WriteString("reply"u8, explanation.Reply);
        json.WriteStartObject("values"u8);
        foreach (var value in explanation.Values.DistinctBy(value => value.Name)) json.WriteString(value.Name, value.Value);
        json.WriteEndObject();
        json.WriteString("title"u8, explanation.Title);
        json.WriteString("means"u8, explanation.Means);
        json.WriteString("verify"u8, explanation.Verify);
        json.WriteStartArray("steps"u8);
        foreach (var step in explanation.Steps) StepJson.Write(json, step);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
