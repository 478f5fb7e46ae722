namespace Todoku.Cli.Texts;

internal sealed class JapaneseCheckTexts : CheckTexts
{
    public override string Command => "受信側が送信者に求める条件（SPF、DKIM、DMARC、逆引き、ブロックリストなど）を確認します。";

    public override string Domain => "差出人（From）アドレスのドメイン。アドレスのまま書いても構いません。Postfixのホストでは省略できます。";

    public override string Ip => "メールの送信元IPアドレス。複数回指定できます。";

    public override string Helo => "サーバーがHELOで名乗る名前。";

    public override string ReturnPath => "メールのReturn-Path（エンベロープ送信者）、またはそのドメイン。";

    public override string Selector => "メールの署名に使うDKIMセレクター。複数回指定できます。";

    public override string Mail => "他社で受信した自社のメール（.eml、mbox、標準入力は -）。セレクター、Return-Path、アドレス、HELO名をここから読み取ります。";

    public override string Log => "送信サーバーのログ。署名に使われたDKIMセレクターを読み取ります。省略時、DOMAINがこのホストのものなら、ホストのメールログを読みます。";

    public override string MailOfOthers(string domain, string others) =>
        $"--mail: {domain} から送られたメールがないため（{(others.Length > 0 ? $"From: {others}" : "Fromアドレスなし")}）、何も読み取りませんでした。";

    public override string NothingSignedInLog(string domain) => $"--log: このログには {domain} のDKIM署名がありません。";

    public override string LogNotReadWhole => "このホストのメールログが長いため、DKIMセレクターを探して読んだのは初めの部分だけです。--log でファイルを1つ、または --selector でセレクターを指定してください。";

    public override string Provider => "この受信事業者（google、microsoft、yahoo など）の条件を確認します。省略時はすべて。";

    public override string AskAddress => "外部から見たこのホストのアドレスを、他社のDNSサーバー2つ（OpenDNS、Google）に問い合わせます。";

    public override string NoHost => "DOMAINがこのホストのものであっても、ホストのPostfix、署名プログラム、ネットワークの設定とメールログを使いません。";

    public override string AskingOutsiders(string outsiders) => $"外部から見たこのホストのアドレスを {outsiders} に問い合わせています";

    public override string AddressNotFound => "外部から見たアドレスは分かりません。応答がないか、応答が一致しません。--ip でアドレスを指定してください。";

    public override string AddressOfRelay => "--ask-address: メールは中継サーバーを経由するため、このホストのアドレスは役に立ちません。中継サーバーのアドレスを --ip で指定してください。";

    public override string AllNeighbours => "送信元の周辺アドレスを、抜き取りではなくすべてブロックリストで調べます。問い合わせ数を制限するリストもあります。";

    public override string Publish => "公開すべきレコードだけをまとめて出力します: bind、nsd（ゾーンファイルの行）、txt（管理画面への入力用）。";

    public override string Wait => "公開すべきレコードが、ドメインのすべてのネームサーバーとリゾルバーで見えるまで待ち、もう一度確認します。";

    public override string Timeout => "--wait で待つ最長時間（90s、30m、2h など）。省略時は1h。";

    public override string Json => "結果をJSONで出力します（docs/json.md）。";

    public override string NoDomain => "ドメインが指定されておらず、このホストからも見つかりません。差出人（From）アドレスのドメインを書いてください。";

    public override string BadName(string option, string value) => $"{option}: 「{value}」はドメイン名ではありません。mail.example.com のように書いてください。";

    public override string BadAddress(string value) => $"--ip: 「{value}」はIPアドレスではありません。192.0.2.1 や 2001:db8::1 のように書いてください。";
}
