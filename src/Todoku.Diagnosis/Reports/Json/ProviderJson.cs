using System.Text.Json;
using Todoku.Diagnosis.Reports.Texts;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Reports.Json;

/// <summary>An item of <c>providers</c>.</summary>
internal static class ProviderJson
{
    public static void Write(Utf8JsonWriter json, ProviderSummary summary, ReportTexts texts)
    {
        json.WriteStartObject();
        json.WriteString("provider"u8, summary.Provider.Id);
        json.WriteString("name"u8, summary.Provider.Name(texts.Language));
        json.WriteBoolean("known"u8, summary.Provider.IsKnown);
        json.WriteNumber("attempts"u8, summary.Attempts);
        json.WriteNumber("delivered"u8, summary.Delivered);
        json.WriteNumber("deferred"u8, summary.Deferred);
        json.WriteNumber("bounced"u8, summary.Bounced);
        json.WriteNumber("recipient_faults"u8, summary.RecipientFaults);
        json.WriteNumber("failed_share"u8, Math.Round(summary.FailedShare, 6));
        json.WriteArray("causes"u8, summary.Causes, WriteCause);
        json.WriteArray("phases"u8, summary.Phases, WritePhase);
        json.WriteEndObject();
    }

    private static void WriteCause(Utf8JsonWriter json, CauseCount count)
    {
        json.WriteStartObject();
        json.WriteString("cause"u8, count.Cause.Id);
        json.WriteNumber("count"u8, count.Count);
        json.WriteEndObject();
    }

    // A phase has either a cause or delivered = true.
    private static void WritePhase(Utf8JsonWriter json, Phase phase)
    {
        json.WriteStartObject();
        json.WriteString("from"u8, phase.From);
        json.WriteString("to"u8, phase.To);
        if (phase.Cause is { } cause) json.WriteString("cause"u8, cause.Id);
        else json.WriteBoolean("delivered"u8, true);
        json.WriteNumber("failed_count"u8, phase.Failed);
        json.WriteNumber("delivered_count"u8, phase.Delivered);
        json.WriteBoolean("current"u8, phase.IsCurrent);
        json.WriteEndObject();
    }
}
