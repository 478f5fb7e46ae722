using Todoku.Authentication.Dkim;

namespace Todoku.Cli.Texts;

internal sealed class JapaneseDkimTexts : DkimTexts
{
    public override string Help => "DKIM署名の検証、署名、鍵の作成を行います。";

    public override string VerifyHelp => "メッセージのDKIM署名を検証し、どこまで正しく、どこに問題があり、何が変更されたのかを順に示します。";

    public override string SignHelp => "メッセージにDKIM署名を付けて出力します。";

    public override string KeygenHelp => "DKIM用の鍵を作成し、公開するDNSレコードを表示します。";

    public override string CanonicalizationHelp => "ヘッダー/本文の正規化方式。それぞれ simple または relaxed。省略すると、転送の影響を受けにくい relaxed/relaxed。";

    public override string OversignHelp => "署名するヘッダー名を1回ずつ余分に挙げ、同名のヘッダーを後から追加できないようにします。From は常にそうします。";

    public override string ExpireHelp => "署名の有効期間（秒、x=）。省略すると無期限。";

    public override string IdentityHelp => "利用者（i=）。ドメイン内のアドレスを指定します。";

    public override string TypeHelp => "rsa または ed25519。省略すると、どの受信側も対応している rsa。";

    public override string BitsHelp => "RSA鍵のビット数（1024〜4096）。省略すると2048。";

    public override string OutHelp => "秘密鍵のファイル。所有者だけが読める権限で書き、既存のファイルは上書きしません。";

    public override string Verdict(DkimResult result, int passing, int total) => result switch
    {
        DkimResult.None => "none：DKIM署名がありません。",
        DkimResult.Pass => total == 1 ? "pass：DKIM署名は有効です。" : $"pass：{total}個のDKIM署名のうち{passing}個が有効です。1個で足ります。",
        DkimResult.Fail => total == 1 ? "fail：DKIM署名は無効です。" : $"fail：{total}個のDKIM署名はどれも無効です。",
        DkimResult.TempError => "temperror：公開鍵を取得できないため、今は判定できません。",
        DkimResult.PermError => total == 1 ? "permerror：DKIM署名または公開鍵を使用できません。" : $"permerror：{total}個のDKIM署名はどれも使用できません。",
    };

    public override string Unsigned =>
        "todoku dkim keygen で鍵を作成してレコードを公開し、メールサーバー（OpenDKIM、rspamd、または利用中の送信サービス）で署名してください。";

    public override string Signature(int number, int total, string domain, string selector) =>
        $"署名{(total > 1 ? $" {number}/{total}" : "")}：d={domain} s={selector}";

    public override string BadIdentity(string value, string domain) => $"--identity の「{value}」は {domain} のアドレスではありません：user@{domain} または @{domain}";

    public override string KeyWritten(string file) => $"秘密鍵を {file} に保存しました。署名するサーバー以外には置かないでください。";

    public override string KeyExists(string file) => $"{file}：既に存在するため、上書きしません。別の名前を指定するか、移動してください。";

    public override string PublishZone => "次のレコードを公開してください（ゾーンファイルの形式）：";

    public override string PublishForm => "DNSサービスの入力画面では、次のように登録します（種類はTXT）：";

    public override string Name => "名前";

    public override string Value => "値";

    public override string Then(string keyName) => $"公開されたら、この鍵で署名を始めてください。公開の確認：dig +short TXT {keyName}";

    public override string Ed25519Alone => "Ed25519に対応していない受信側が多いため、RSA鍵の署名も併用してください。";
}
