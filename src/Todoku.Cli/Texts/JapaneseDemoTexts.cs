namespace Todoku.Cli.Texts;

internal sealed class JapaneseDemoTexts : DemoTexts
{
    public override string Command => "Googleに拒否されたフォームのメールが、また届くようになるまでの実演（このマシンだけで動き、インターネットは使いません）";

    public override string Keep => "終わったあとも世界を動かしたままにして、試せるようにします";

    public override string Title(string step) => step switch
    {
        "S1" => "問い合わせフォームがメールを送る",
        "S2-S3" => "拒否しているのはGoogleだけ",
        "S4-S5" => "SPFレコードがない。公開すべきレコードを出し、公開して確かめる",
        "S6" => "DKIMはここでは設定できない。なしで進む",
        "S7" => "まだ拒否される。隣のサーバーのせいで、ネットワーク全体がSpamhausに載っている",
        "S8" => "解決策は別のマシン、つまりリレー",
        "S9" => "SPFレコードにリレーを書く",
        "S10" => "拒否の文面が「likely unsolicited mail」に変わった。前進している",
        "S11" => "Return-Pathがサーバー自身の名前になっている。リレーが直す",
        "S12" => "GmailにもGoogle Workspaceにも届いた。解決",
        "S13" => "残りのチェックリスト",
        _ => "リレーのアドレスも載せられた。自動で迂回し、元に戻る",
    };

    public override string Tale(string step) => step switch
    {
        "S1" => "サイトのPHPが、サーバーのPostfixに9通を渡します。Gmailに3通、Google Workspaceの会社に3通、自前のサーバーを持つ店に3通です。この話では時計を数時間ずつ進めるため、Postfixは代役が務めます。",
        "S2-S3" => "どのプロバイダーがなぜ拒否しているかは、ログだけで分かります。GmailとWorkspaceは同じものです。",
        "S4-S5" => "お客様のドメインのチェックリストです。受信側にはこう見えています。",
        "S6" => "お客様のDNSサービスではDKIMの鍵を置けません。当面はSPFだけで認証します。",
        "S7" => "さらに3通送ります。そのあと、DNSがこのアドレスと周囲について言うことも合わせて、もう一度ログを見ます。",
        "S8" => "別のネットワークにある、アドレスを2つ持つリレーです。Postfixはメールをそこに渡します（relayhost）。",
        "S9" => "受信側に見えるのはリレーのアドレスですが、レコードにはまだ書かれていません。",
        "S10" => "リレーを通して3通送ります。リレーのログも、ほかのログと同じように読めます。",
        "S11" => "プログラムが書かなかった差出人を、Postfixが apache@web1.hosting.example で補っていました。お客様のドメインに書き換えるよう、リレーに指示します。",
        "S12" => "数時間かけて6通送ります。宛先は同じです。",
        "S13" => "S4と同じチェックリストです。",
        _ => "リレーの1つ目のアドレスが、1時間だけブロックリストに載ります。",
    };

    public override string Good(string step) => step switch
    {
        "S1" => "店は3通中3通を受け取り、Googleは6通中0通",
        "S2-S3" => "問題は一つ。Googleでの、アドレスの評価",
        "S4-S5" => "SPFはなかったが、今は合格する",
        "S6" => "鍵は公開されていない。SPFは合格する",
        "S7" => "3通とも同じく拒否。載っているのはこのサーバーだけでなくネットワーク",
        "S8" => "リレーが動き、メールを受け取る",
        "S9" => "リレーの2つのアドレスでSPFが合格する",
        "S10" => "評価による拒否は終わった。残る原因はメール自体にある",
        "S11" => "診断がReturn-Pathを指摘し、リレーが規則を読み込んだ",
        "S12" => "6通中6通が届き、診断に残る作業はない",
        "S13" => "SPF、逆引き、HELO、Return-Pathに問題はない。加えるならDMARC",
        _ => "同じメールがすぐに2つ目のアドレスから届き、1時間後にはまた1つ目が使われた",
    };

    public override string MoreLines(int count) => $"……ほか{count}行";

    public override string Publish(string record) => $"公開：{record}";

    public override string Write(string file) => $"{file} に書きます：";

    public override string Done(string seconds) => $"14の場面はすべて話のとおりに進みました（{seconds}秒）。すべてこのマシンの中で動き、プロバイダーは模擬のものです（docs/sandbox.md）。";

    public override string NotAsTold(string step, string wanted, string found) => $"場面 {step} が話のとおりになりませんでした。あるべき結果: {wanted}。実際: {found}";

    public override string Ended(string folder) => $"世界は終わりました。ファイルは {folder} に残っています。不要になったら削除してください。";

    public override string Kept(string folder, string resolver, string mailbox, string relay) =>
        $"世界は動いたままです。Ctrl-Cで終わります。\n  ファイル   {folder}（mail.log、relay.log、relay.toml）\n  DNS        --resolver {resolver}\n  受信箱     {mailbox}\n  リレー     {relay}";
}
