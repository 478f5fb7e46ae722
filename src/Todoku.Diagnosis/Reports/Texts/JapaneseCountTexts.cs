namespace Todoku.Diagnosis.Reports.Texts;

internal sealed class JapaneseCountTexts : CountTexts
{
    public override string Percent(double share) => Figures.Percent(share).Replace(" ", "", StringComparison.Ordinal);

    public override string Attempts(long value) => $"配送{Figures.Number(value)}回";

    public override string Recipients(long value) => $"宛先{Figures.Number(value)}件";

    public override string Messages(long value) => $"メール{Figures.Number(value)}通";

    public override string Failed(long value) => $"失敗{Figures.Number(value)}回";

    public override string DeliveredSince(long value, string since, string relay) =>
        $"{since}から{Figures.Number(value)}回届いた{(relay.Length > 0 ? $"（{relay} 経由）" : "")}";

    public override string OtherProviders(int value) => $"その他{Figures.Number(value)}事業者";

    public override string MoreFindings(int value) => $"…ほか{Figures.Number(value)}件（--verbose で表示）";

    public override string MoreSteps(int value) => $"…ほか{Figures.Number(value)}手順（--verbose で表示）";
}
