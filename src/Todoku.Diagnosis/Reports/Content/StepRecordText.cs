using Todoku.Diagnosis.Checks;

namespace Todoku.Diagnosis.Reports.Content;

/// <summary>Puts exact records under the text of the steps that publish them, as lines to copy.</summary>
internal static class StepRecordText
{
    private static readonly string[] RecordSteps = ["publish-spf-record", "publish-dkim-record", "publish-dmarc-record"];

    /// <summary>Whether a step publishes records.</summary>
    public static bool Takes(string stepId) => RecordSteps.Contains(stepId);

    /// <summary>The text of a step with its records.</summary>
    public static string With(string stepId, string text, IReadOnlyList<PublishedRecord> records) =>
        Takes(stepId) ? string.Join('\n', [text, .. records.Select(record => TextTemplate.CopyIndent + record.ToMasterFileLine())]) : text;
}
