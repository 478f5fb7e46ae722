using Todoku.Diagnosis.Checks;

namespace Todoku.Diagnosis.Reports.Texts;

internal sealed class JapaneseCheckTexts : CheckTexts
{
    public override string Consequences => "上の項目を直せば解消するもの";

    public override string FollowsFrom => "原因";

    public override string Publish => "公開するレコード:";

    public override string MoreWithVerbose => "理由、コマンド、すべての根拠を見るには、同じコマンドに --verbose を付けます";

    public override string Addresses => "送信元アドレス";

    public override string Helo => "HELO名";

    public override string ReturnPath => "Return-Pathのドメイン";

    public override string Selectors => "DKIMセレクター";

    public override string Unknown => "不明";

    public override string Domain => "ドメイン";

    public override string Relay => "中継サーバー";

    public override string Origin(FactOrigin origin) => origin switch
    {
        FactOrigin.Postfix => "postconfによる",
        FactOrigin.Interface => "このホストのネットワーク設定による",
        FactOrigin.Outside => "外部から見たアドレス",
        FactOrigin.Message => "受信されたメールによる",
        _ => "指定",
    };

    public override string Origin(SelectorOrigin origin, string service) => origin switch
    {
        SelectorOrigin.Log => "ログによる",
        SelectorOrigin.Message => "メールの署名による",
        SelectorOrigin.Configuration => "署名プログラムの設定による",
        SelectorOrigin.Dns => $"MXまたはSPFにある{service}の鍵",
        _ => "指定",
    };

    public override string Known(string value, string origin) => $"{value}（{origin}）";

    public override string Headline(string subject, int problems, int warnings, int notKnown)
    {
        List<string> counts = [];
        if (problems > 0) counts.Add($"問題{problems}件");
        if (warnings > 0) counts.Add($"注意{warnings}件");
        if (counts.Count == 0) counts.Add("問題は見つかりませんでした");
        if (notKnown > 0) counts.Add($"不明{notKnown}件");
        return $"{subject}: {string.Join("、", counts)}";
    }

    public override string Inconclusive(string subject) => $"{subject}: DNSの応答がなく、判定できませんでした";

    public override string WithoutAnswer(int count) => $"DNSの応答がなく、{count}項目を確認できませんでした（--verbose で一覧を表示）";

    public override string AskAnother => "しばらくしてからもう一度試すか、別のDNSリゾルバーを指定してください（--resolver アドレス）。ネットワークにつながっているかも確認してください。";

    public override string Status(CheckStatus status) => status switch
    {
        CheckStatus.Problem => "問題",
        CheckStatus.Warning => "注意",
        CheckStatus.NotKnown => "不明",
        CheckStatus.Pass => "問題なし",
        _ => "対象外",
    };

    public override string MoreEvidence(int count) => $"ほか{count}件";
}
