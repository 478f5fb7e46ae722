namespace Todoku.Cli.Texts;

internal sealed class JapaneseSuppressTexts : SuppressTexts
{
    public override string Command => "メールが戻ってきた、苦情があったなどの理由で、送るのをやめている宛先の一覧（配信停止リスト）。";

    public override string List => "一覧します（いつから、理由、いつまで）。";

    public override string Add => "宛先を追加します。";

    public override string Remove => "宛先を外して、再び送れるようにします。";

    public override string Part => "アドレスか差出人ドメインの一部。";

    public override string Address => "宛先（user@example.com）。";

    public override string From => "Fromがこのドメインのメールだけ。";

    public override string Bulk => "そのドメインの一斉配信だけ。";

    public override string For => "期間（12h、30d など）。省略時は無期限。";

    public override string Note => "理由の覚え書き。";

    public override string BulkNeedsFrom => "--bulk は差出人ドメインごとの指定です。--from でドメインを書いてください。";

    public override string Nobody => "該当する宛先はありません。";

    public override string Added(string address) => $"{address} には今後送りません。送ろうとした差出人にはそう知らせます。";

    public override string Removed(string address) => $"{address} に再び送ります。";

    public override string Scope(string scope, string authorDomain) => scope switch
    {
        "author-domain" => $"{authorDomain} からのメール",
        "author-domain-bulk" => $"{authorDomain} からの一斉配信",
        _ => "すべてのメール",
    };

    public override string Reason(string reason, string since, string? until)
    {
        var why = reason switch { "recipient-unknown" => "宛先が存在しない", "recipient-disabled" => "メールボックスが停止されている", "complaint" => "迷惑メールとして報告された", _ => "手動で追加" };
        return $"{why}、{since} から{(until is null ? "無期限" : $" {until} まで")}";
    }
}
