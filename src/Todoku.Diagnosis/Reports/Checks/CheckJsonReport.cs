using System.Text.Json;
using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Reports.Json;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Reports.Checks;

/// <summary>The checklist for programs. The schema stands in docs/json.md; names are only ever added to it under the same version.</summary>
public static class CheckJsonReport
{
    /// <summary>Writes the properties of the report into an object that is open.</summary>
    public static void WriteProperties(Utf8JsonWriter json, CheckReport report)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(report);
        json.WriteString("version"u8, report.Version);
        json.WriteString("language"u8, report.Texts.Language == Language.Japanese ? "ja"u8 : "en"u8);
        json.WriteStartObject("summary"u8);
        foreach (var status in Enum.GetValues<CheckStatus>()) json.WriteNumber(StatusId(status), report.Count(status));
        json.WriteEndObject();
        json.WriteArray("checks"u8, report.Checks, Write);
        json.WriteArray("plan"u8, report.Plan, StepJson.WritePlanStep);
    }

    /// <summary>The identifier of a status.</summary>
    public static ReadOnlySpan<byte> StatusId(CheckStatus status) => status switch
    {
        CheckStatus.Problem => "problem"u8,
        CheckStatus.Warning => "warning"u8,
        CheckStatus.NotKnown => "not-known"u8,
        CheckStatus.Pass => "pass"u8,
        _ => "not-applicable"u8,
    };

    private static void Write(Utf8JsonWriter json, ReportCheck check)
    {
        var result = check.Result;
        json.WriteStartObject();
        json.WriteString("check"u8, result.Check);
        json.WriteString("outcome"u8, result.Outcome);
        json.WriteString("status"u8, StatusId(result.Status));
        json.WriteString("subject"u8, result.Subject);
        json.WriteString("cause"u8, check.Cause.Id);
        json.WriteString("fault"u8, FindingJson.FaultId(check.Fault));
        json.WriteString("title"u8, check.Title);
        json.WriteKnown("means"u8, check.Means);
        json.WriteKnown("verify"u8, check.Verify);
        json.WriteStartObject("values"u8);
        foreach (var value in result.Values.DistinctBy(value => value.Name)) json.WriteString(value.Name, value.Value);
        json.WriteEndObject();
        json.WriteStrings("evidence"u8, result.Evidence);
        json.WriteStrings("follows_from"u8, result.FollowsFrom);
        json.WriteArray("records"u8, result.Records, WriteRecord);
        json.WriteArray("steps"u8, check.Steps, StepJson.Write);
        json.WriteEndObject();
    }

    internal static void WriteRecord(Utf8JsonWriter json, PublishedRecord record)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, record.Name.ToString());
        json.WriteString("type"u8, record.Type.ToString());
        json.WriteString("value"u8, record.Value);
        json.WriteEndObject();
    }
}
