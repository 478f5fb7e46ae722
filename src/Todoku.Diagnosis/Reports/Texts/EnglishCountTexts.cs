namespace Todoku.Diagnosis.Reports.Texts;

internal sealed class EnglishCountTexts : CountTexts
{
    public override string Percent(double share) => Figures.Percent(share);

    public override string Attempts(long value) => Plural(value, "attempt");

    public override string Recipients(long value) => Plural(value, "recipient");

    public override string Messages(long value) => Plural(value, "message");

    public override string Failed(long value) => $"{Figures.Number(value)} failed";

    public override string DeliveredSince(long value, string since, string relay) =>
        $"{Figures.Number(value)} delivered since {since}{(relay.Length > 0 ? $" by {relay}" : "")}";

    public override string OtherProviders(int value) => Plural(value, "other provider");

    public override string MoreFindings(int value) => $"... and {Plural(value, "more finding")} (--verbose)";

    public override string MoreSteps(int value) => $"... and {Plural(value, "more step")} (--verbose)";

    private static string Plural(long value, string noun) => value == 1 ? $"1 {noun}" : $"{Figures.Number(value)} {noun}s";
}
