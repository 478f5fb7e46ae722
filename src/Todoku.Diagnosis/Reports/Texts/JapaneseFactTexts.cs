namespace Todoku.Diagnosis.Reports.Texts;

internal sealed class JapaneseFactTexts : FactTexts
{
    public override string Now => "現在のDNS";

    public override string MayBeMended => "DNS上はすでに直っています。今後の配送で確認してください";

    public override string PartlyMended(string mended, string open) => $"DNS上は一部が直っています（{mended}）。残っている問題：{open}";

    public override string FaultOfNetwork(string provider, bool isReputation, string listing) =>
        $"{(provider.Length > 0 ? provider : "受信側")}は{(isReputation ? "IPアドレスの評価が低い" : "IPアドレスがブロックリストに載っている")}と応答しており、"
        + $"{listing}。原因はネットワーク側にあり、解決策は別の経路で送ることです";

    public override string NoAnswer =>
        "DNSから応答がなく、DNSの状態は確認できていません。この報告はログだけに基づいています。応答するリゾルバーを --resolver で指定するか、--offline を付けてください。";

    public override string Contradiction(string last) =>
        $"応答の内容と食い違っています。{last} より後に変更されたか、受信側が別のIPアドレスやドメインを見ています。今後の配送で確認してください。";

    public override string WithRelation(string fact, FactRelation relation) => relation switch
    {
        FactRelation.Confirms => $"{fact}（応答と一致）",
        FactRelation.Explains => $"{fact}（応答の原因となりえます）",
        FactRelation.Contradicts => $"{fact}（応答と食い違い）",
        FactRelation.NoBearing => fact,
    };
}
