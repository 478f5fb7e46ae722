using System.Text.Json;
using Todoku.Diagnosis.Reports.Content;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Reports.Json;

/// <summary>The report for programs. The schema stands in docs/json.md; names are only ever added to it under the same version.</summary>
internal sealed class JsonReport : ReportFormat
{
    /// <summary>Name and version of the schema.</summary>
    public const string Schema = "todoku/diagnose/1";

    public override string Name => "json";

    public override void Write(Report report, Stream output, ReportLayout layout)
    {
        using (var json = new Utf8JsonWriter(output, SafeJson.Indented)) WriteReport(json, report);
        output.Write("\n"u8);
    }

    private static void WriteReport(Utf8JsonWriter json, Report report)
    {
        var result = report.Result;
        json.WriteStartObject();
        json.WriteString("schema"u8, Schema);
        json.WriteString("version"u8, report.Version);
        json.WriteString("language"u8, report.Texts.Language == Language.Japanese ? "ja"u8 : "en"u8);
        json.WriteString("verdict"u8, VerdictId(result.Verdict));
        json.WriteString("headline"u8, report.Headline.Answer);
        json.WriteStrings("details"u8, report.Headline.Details);
        WritePeriod(json, result.Period);
        json.WriteStrings("hosts"u8, result.Hosts);
        UnderstoodJson.Write(json, result.Understood);
        FactJson.WriteState(json, result.Facts);
        json.WriteArray("providers"u8, result.Providers, (writer, provider) => ProviderJson.Write(writer, provider, report.Texts));
        json.WriteArray("findings"u8, report.Findings, FindingJson.Write);
        json.WriteArray("plan"u8, report.Plan, StepJson.WritePlanStep);
        json.WriteArray("notices"u8, result.Notices, (writer, notice) => WriteNotice(writer, notice, report));
        json.WriteEndObject();
    }

    private static ReadOnlySpan<byte> VerdictId(Verdict verdict) => verdict switch
    {
        Verdict.NothingToDo => "nothing-to-do"u8,
        Verdict.ActionNeeded => "action-needed"u8,
        Verdict.NotEnoughEvidence => "not-enough-evidence"u8,
        Verdict.NotUnderstood => "not-understood"u8,
    };

    private static void WritePeriod(Utf8JsonWriter json, Period? period)
    {
        if (period is not { } known)
        {
            json.WriteNull("period"u8);
            return;
        }
        json.WriteStartObject("period"u8);
        json.WriteString("from"u8, known.From);
        json.WriteString("to"u8, known.To);
        json.WriteEndObject();
    }

    private static void WriteNotice(Utf8JsonWriter json, Notice notice, Report report)
    {
        json.WriteStartObject();
        json.WriteString("kind"u8, NoticeId(notice.Kind));
        json.WriteString("detail"u8, notice.Detail);
        json.WriteString("text"u8, report.Texts.Notice.Of(notice));
        json.WriteEndObject();
    }

    private static ReadOnlySpan<byte> NoticeId(NoticeKind kind) => kind switch
    {
        NoticeKind.FileNotRead => "file-not-read"u8,
        NoticeKind.FileCutShort => "file-cut-short"u8,
        NoticeKind.InFlightLimit => "in-flight-limit"u8,
        NoticeKind.GroupLimit => "group-limit"u8,
        NoticeKind.ClockJump => "clock-jump"u8,
        NoticeKind.LongLines => "long-lines"u8,
        NoticeKind.YearInferred => "year-inferred"u8,
        NoticeKind.SendersUnknown => "senders-unknown"u8,
    };
}
