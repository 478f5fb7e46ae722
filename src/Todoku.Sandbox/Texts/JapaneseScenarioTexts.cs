using Todoku.Dns.Zones;

namespace Todoku.Sandbox.Texts;

internal sealed class JapaneseScenarioTexts : ScenarioTexts
{
    public override string NoFile => "ファイルがありません。todoku sandbox init で作成してください";

    public override string TooLarge => "ファイルが4 MBを超えています。正しいファイルを指定してください";

    public override string NoProvider => "[[provider]] がありません。profile = \"google\"、host = \"mx.google.com\"、address = \"127.0.2.1\"、domains = [\"gmail.com\"] のように書いてください";

    public override string EventTime => "[[event]] には at = \"10:02\" か after = \"2m\" のどちらか一方が必要です";

    public override string ZoneContent => "[[zone]] には records = \"\"\"...\"\"\" か file = \"example.zone\" のどちらか一方が必要です";

    public override string EventTarget => "do = \"reputation\" には address = \"192.0.2.10\" か domain = \"example.com\" のどちらか一方が必要です";

    public override string CertificateWithoutTls => "tls = false では証明書は使われません。どちらかを消してください";

    public override string SaidByResolver(string what) => $"[dns] に resolver があるため、DNSの内容はすべてそちらから得られます。{what} を消すか、resolverを消してサンドボックス自身のDNSを使ってください";

    public override string BadCertificate(string reason) => $"PEMファイルから証明書と秘密鍵を読めません: {reason}";

    public override string NotToml(string detail) => $"TOMLとして読めません: {detail}";

    public override string Unreadable(string reason) => $"ファイルを読めません: {reason}";

    public override string Missing(string table, string key, string example) => $"{table} に「{key}」がありません。{key} = {example} のように書いてください";

    public override string WrongKind(string key, string example) => $"「{key}」の値の種類が違います。{key} = {example} のように書いてください";

    public override string UnknownKey(string table, string key, string? near, string known) => $"{table} に「{key}」という項目はありません。{(near is null ? $"書けるのは {known} です" : $"「{near}」ではありませんか")}";

    public override string NoTables(string key) => $"「{key}」は [[{key}]] の形で書いてください";

    public override string BadValue(string key, string value, string example) => $"「{key}」が \"{value}\" になっています。{example} のように書いてください";

    public override string OutOfRange(string key, long value, long low, long high) => $"「{key}」が {value} になっています。{low} から {high} までで書いてください";

    public override string UnknownWord(string key, string value, string? near, string known) => $"「{key}」が \"{value}\" になっています。{(near is null ? $"書けるのは {known} です" : $"\"{near}\" ではありませんか")}";

    public override string Twice(string what, string value, int line) => $"{what} {value} はすでに{line}行目にあります。どちらかを消してください";

    public override string Unknown(string what, string value, string known) => $"このファイルに {what} {value} はありません。{(known.Length == 0 ? "一つも書かれていません" : $"書けるのは {known} です")}";

    public override string Zone(ZoneFileException wrong)
    {
        var what = wrong.Problem switch
        {
            ZoneProblem.UnclosedQuote => "引用符が閉じていません",
            ZoneProblem.UnclosedParenthesis => "かっこが閉じていません",
            ZoneProblem.StrayParenthesis => "開いていないかっこが閉じられています",
            ZoneProblem.NoOwner => "行が空白で始まっていますが、名前を引き継ぐレコードが上にありません",
            ZoneProblem.BadName => "ドメイン名ではありません",
            ZoneProblem.BadTime => "時間として読めません",
            ZoneProblem.NoType => "レコードの種類がありません",
            ZoneProblem.BadContent => "レコードの内容が種類に合っていません",
            ZoneProblem.LongString => "レコードの文字列は255オクテットまでです",
            ZoneProblem.UnknownDirective => "この命令は読めません",
            ZoneProblem.AliasBesideOthers => "CNAMEと同じ名前にほかのレコードは置けません",
            _ => "ゾーンが大きすぎます",
        };
        return $"{what}: {wrong.Text}{(wrong.Example.Length > 0 ? $"（書き方の例: {wrong.Example}）" : "")}";
    }
}
