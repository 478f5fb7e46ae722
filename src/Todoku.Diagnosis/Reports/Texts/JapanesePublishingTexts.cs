namespace Todoku.Diagnosis.Reports.Texts;

internal sealed class JapanesePublishingTexts : PublishingTexts
{
    public override string New => "新規:";

    public override string Replaces => "次のレコードと置き換え（古いものは削除）:";

    public override string Name => "名前";

    public override string Type => "種類";

    public override string Value => "値";

    public override string Length => "長さ";

    public override string InsteadOf => "置き換え前";

    public override string Note => "注意";

    public override string OwnZone(string zone) => $"ゾーン {zone} で公開するレコード";

    public override string OtherZone(string zone) => $"{zone} のDNSで公開するレコード（その管理者が設定）";

    public override string MakeKey(string name) => $"{name} にDKIMの公開鍵がありません。次のコマンドで鍵を作り、表示されたレコードを公開してください:";

    public override string RenewKey(string name) => $"{name} のDKIMの公開鍵はこのままでは使えません。次のコマンドで新しいセレクターの鍵を作り、表示されたレコードを公開してください:";

    public override string OverLookups(int count) => $"このレコードのDNS参照はまだ{count}回です（上限は10回）。使っていない項目を外してください。";

    public override string IgnoredTerms(string terms) => $"今のレコードから残しましたが、受信側では無視される項目です: {terms}";

    public override string OverOneString(string length) => $"{length}文字。DNSは255文字ごとの文字列で保持し、多くの画面は自動で分割します。拒否または切り捨てられる場合は、引用符で囲んだ断片に分けて入力してください。";
}
