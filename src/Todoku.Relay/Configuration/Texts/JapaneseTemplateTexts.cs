namespace Todoku.Relay.Configuration.Texts;

internal sealed class JapaneseTemplateTexts : TemplateTexts
{
    public override string Head => "Todokuのリレー: このサーバーのメールを受け取り、署名して、届けます。\nすべての項目は docs/relay.md にあります。変更したら todoku relay check、次に systemctl reload todoku-relay を実行してください。";

    public override string HostName => "リレーが名乗る名前。メールが出ていくアドレスの逆引きと同じにします。";

    public override string NoHostName => "このマシンの名前が見つかりません。メールが出ていくアドレスの逆引きの名前を書いてください。";

    public override string Postmaster => "ほかの誰にも知らせられないことを受け取る人。";

    public override string User => "ポートを開いたあとにリレーを動かす利用者。";

    public override string NoticeLanguage => "送信者への通知の言語: en か ja。";

    public override string Resolvers => "DNSの問い合わせ先。書かなければシステムの設定に従います。";

    public override string Tls => "すべての待ち受けに使う証明書。更新されれば自動で読み直します。";

    public override string Local => "このマシンのプログラムがメールを渡すところ。ほかのマシンからは中継できません。";

    public override string OtherPort => "25番ポートは別のメールサーバーが使っています。Postfixなら relayhost = [127.0.0.1]:2525 として、このリレーを経由させてください。";

    public override string Submission => "ほかのマシンからパスワードで送るところ。todoku relay passwd USER で利用者を作り、[relay] に users = \"/etc/todoku/users\" と書きます。";

    public override string Sendmail => "todoku sendmail（PHPのmail()やcronなど、sendmailを呼ぶプログラム用）。";

    public override string Paths => "メールの出口と、使う順番。事業者に拒否されたら、その事業者宛ては次の経路で送ります。";

    public override string Direct => "宛先のサーバーへ直接送ります。";

    public override string NoIPv6 => "IPv6アドレスに逆引きがなく、送っても拒否されます。逆引きを設定したら、この行を削除してください。";

    public override string SmartHost => "このマシンのメールが現在経由しているサーバー。パスワードはモード600のファイルに書きます。";

    public override string SmartHostExample => "1つ目が拒否されたときの、2つ目の経路。";

    public override string Ladder => "何も書かなければ、このファイルにある順にすべての経路を使います。";

    public override string NoKeys => "署名に使う鍵。todoku dkim keygen --domain example.com --selector s1 --out /etc/todoku/keys/s1.pem で作ります。";

    public override string Keys => "このマシンの別のプログラムが、これらの鍵で署名しています。リレーが読めるところに鍵を写し、署名はどちらか一方だけにしてください。";

    public override string ReturnPath => "www-data@このホスト 宛てのエラーメールは誰にも届かず、SPFもまず通りません。差出人（From）のドメインのアドレスにします。";

    public override string Bounces => "リレーが受け取って読むエラーメール。このドメインのMXをこのリレーにします。";

    public override string Http => "HTTPでのメール送信（POST /v1/messages）。";

    public override string Limits => "クライアントに許す上限。";

    public override string Metrics => "Prometheus用の数値。";
}
