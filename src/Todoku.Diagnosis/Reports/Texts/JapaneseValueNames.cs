namespace Todoku.Diagnosis.Reports.Texts;

internal sealed class JapaneseValueNames : ValueNames
{
    public override string Of(string name) => name switch
    {
        "ip" => "送信元IPアドレス",
        "domain" => "ドメイン",
        "spf_domain" => "SPFのドメイン",
        "spf_result" => "SPFの結果",
        "dkim_domain" => "DKIMのドメイン",
        "dkim_selector" => "DKIMのセレクター",
        "dkim_result" => "DKIMの結果",
        "dmarc_domain" => "DMARCのドメイン",
        "dmarc_result" => "DMARCの結果",
        "blocklist" => "ブロックリスト",
        "url" => "リンク",
        "limit" => "制限値",
        "recipient" => "宛先",
        "sender" => "送信者",
        "helo" => "HELO名",
        "code" => "事業者のコード",
        "session" => "セッションID",
        "host" => "送信ホスト",
        "sender_domain" => "エンベロープ送信者のドメイン",
        "submitter" => "投入元",
        "relay" => "中継サーバー",
        "path" => "経路",
        "until" => "次に試す時刻",
        "refusals" => "拒否の回数",
        "relay_notices" => "中継サーバーからの不達通知",
        _ => name,
    };

    public override string Missing(string name) => name switch
    {
        "ip" => "<送信元IPアドレス>",
        "domain" or "sender_domain" or "spf_domain" or "dkim_domain" or "dmarc_domain" => "<自分のドメイン>",
        "dkim_selector" => "<セレクター>",
        "mail_host" or "reverse_name" or "mx_host" => "mail.example.com",
        "new_selector" => "mail2",
        "host" or "helo" => "<メールサーバーのホスト名>",
        "provider" => "<受信側の事業者>",
        "recipient" => "<宛先アドレス>",
        "sender" => "<送信者アドレス>",
        _ => $"<{Of(name)}>",
    };

    protected override string SubmitterKind(string word) => word switch
    {
        "user" => "ローカルユーザー",
        "login" => "ログインユーザー",
        "client" => "接続元",
        "server" => "メールサーバー自身",
        _ => word,
    };
}
