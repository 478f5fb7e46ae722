namespace Todoku.Diagnosis.Reports.Texts;

internal sealed class EnglishLabelTexts : LabelTexts
{
    public override string Title => "Mail delivery report";

    public override string Providers => "Mail by receiving provider";

    public override string Findings => "What is wrong";

    public override string PastFindings => "What was wrong";

    public override string Plan => "What to do, in this order";

    public override string Phases => "How it went";

    public override string Notices => "To know when reading the numbers";

    public override string OverTime => "Over time";

    public override string NotUnderstood => "Lines not understood";

    public override string Provider => "Provider";

    public override string Attempts => "Attempts";

    public override string Delivered => "Delivered";

    public override string Deferred => "Deferred";

    public override string Bounced => "Bounced";

    public override string Failed => "Failed";

    public override string FailedShare => "Share";

    public override string MainCause => "Main cause";

    public override string What => "What";

    public override string When => "When";

    public override string Why => "Why";

    public override string Check => "Check";

    public override string IfRefused => "If they refuse";

    public override string Evidence => "Log lines";

    public override string Verify => "Solved when";

    public override string AllProviders => "all providers";

    public override string Current => "still failing";

    public override string Past => "over";

    public override string MoreWithVerbose => "Commands, records and all evidence: the same command with --verbose";

    public override string ExplainedBy(string numbers) => $"follows from {numbers}";

    public override string Understood(string share, string mailLines, string deliveryLines, string lines) =>
        $"Understood {share} of {mailLines} mail lines ({deliveryLines} deliveries; {lines} lines in all)";

    public override string MessagesWithoutEnd(string messages) =>
        $"Messages whose end the log does not show: {messages}. They were no longer followed once no line had named them for days.";

    public override string Scope(string period, string hosts) => hosts.Length == 0 ? $"Log: {period}" : $"Log: {period}, {hosts}";

    public override string Join(IEnumerable<string> items) => string.Join(", ", items);

    public override string Pair(string label, string value) => $"{label}: {value}";
}
