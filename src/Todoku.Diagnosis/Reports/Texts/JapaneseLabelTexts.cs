namespace Todoku.Diagnosis.Reports.Texts;

internal sealed class JapaneseLabelTexts : LabelTexts
{
    public override string Title => "メール配送診断レポート";

    public override string Providers => "受信側の事業者ごとの状況";

    public override string Findings => "見つかった問題";

    public override string PastFindings => "解消した問題";

    public override string Plan => "対応手順（この順に行います）";

    public override string Phases => "経過";

    public override string Notices => "数値を見るときの注意";

    public override string OverTime => "推移";

    public override string NotUnderstood => "解釈できなかった行";

    public override string Provider => "事業者";

    public override string Attempts => "配送";

    public override string Delivered => "成功";

    public override string Deferred => "遅延";

    public override string Bounced => "不達";

    public override string Failed => "失敗";

    public override string FailedShare => "失敗率";

    public override string MainCause => "主な原因";

    public override string What => "内容";

    public override string When => "期間";

    public override string Why => "理由";

    public override string Check => "確認";

    public override string IfRefused => "できない場合";

    public override string Evidence => "ログの該当行";

    public override string Verify => "解決の目安";

    public override string AllProviders => "すべての事業者";

    public override string Current => "継続中";

    public override string Past => "解消済み";

    public override string MoreWithVerbose => "--verbose を付けると、コマンド、DNSレコード、根拠となるログの全体を表示します";

    public override string ExplainedBy(string numbers) => $"{numbers}が原因";

    public override string Understood(string share, string mailLines, string deliveryLines, string lines) =>
        $"メール関連{mailLines}行の{share}を解釈しました（うち配送の記録{deliveryLines}行、全体{lines}行）";

    public override string MessagesWithoutEnd(string messages) =>
        $"結末がログに残っていないメール：{messages}通（数日間どの行にも現れなかったため、追跡を打ち切りました）";

    public override string Scope(string period, string hosts) => hosts.Length == 0 ? $"ログ：{period}" : $"ログ：{period}、{hosts}";

    public override string Join(IEnumerable<string> items) => string.Join("、", items);

    public override string Pair(string label, string value) => $"{label}：{value}";
}
