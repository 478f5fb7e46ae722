using System.Text.Json;
using Todoku.Diagnosis.Reports.Checks;
using Todoku.Diagnosis.Reports.Content;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Reports.Json;

/// <summary>A step, of a finding or of the plan.</summary>
public static class StepJson
{
    /// <summary>A step of a finding.</summary>
    public static void Write(Utf8JsonWriter json, ReportStep step)
    {
        json.WriteStartObject();
        WriteTexts(json, step);
        json.WriteEndObject();
    }

    /// <summary>A step of the plan: also names the findings it mends, from 0 as in the list of findings.</summary>
    internal static void WritePlanStep(Utf8JsonWriter json, ReportStep step)
    {
        json.WriteStartObject();
        WriteTexts(json, step);
        json.WriteNumbers("findings"u8, step.Findings.Select(number => number - 1));
        json.WriteArray("records"u8, step.Records, CheckJsonReport.WriteRecord);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, ReportStep step)
    {
        json.WriteString("id"u8, step.Id);
        json.WriteString("group"u8, GroupId(step.Group));
        json.WriteString("do"u8, step.Do);
        json.WriteString("why"u8, step.Why);
        json.WriteString("verify"u8, step.Verify);
        json.WriteKnown("if_refused"u8, step.IfRefused);
    }

    private static ReadOnlySpan<byte> GroupId(StepGroup group) => group switch
    {
        StepGroup.Inspect => "inspect"u8,
        StepGroup.StopLeak => "stop-leak"u8,
        StepGroup.SlowDown => "slow-down"u8,
        StepGroup.Server => "server"u8,
        StepGroup.Ptr => "ptr"u8,
        StepGroup.Helo => "helo"u8,
        StepGroup.ReturnPath => "return-path"u8,
        StepGroup.Spf => "spf"u8,
        StepGroup.Dkim => "dkim"u8,
        StepGroup.Dmarc => "dmarc"u8,
        StepGroup.Content => "content"u8,
        StepGroup.Recipients => "recipients"u8,
        StepGroup.Delist => "delist"u8,
        StepGroup.Ask => "ask"u8,
        StepGroup.Relay => "relay"u8,
        StepGroup.Wait => "wait"u8,
    };
}
