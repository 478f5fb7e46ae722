namespace Todoku.Cli.Texts;

internal sealed class JapaneseSendmailTexts : SendmailTexts
{
    public override string Command => "標準入力のメールをリレーに渡します（PHPやcronなど、sendmailを呼ぶプログラム用）。";

    public override string Recipients => "宛先。カンマで区切って1つの引数に複数書けます。";

    public override string ReadRecipients => "To、Cc、Bccからも宛先を読み取ります。";

    public override string IgnoreDots => "ピリオドだけの行を本文の行として扱います（-oi も同じ）。";

    public override string Sender => "エンベロープの差出人（エラーメールの返送先）。'' で空の差出人。省略時は実行した利用者。";

    public override string AuthorName => "Fromのないメールに付ける差出人の名前。";

    public override string Notify => "差出人に何を通知するか: never、または success,failure,delay。";

    public override string Return => "通知にメールのどこまでを付けるか: full または hdrs。";

    public override string EnvelopeId => "通知に書かれるメールの識別子。";

    public override string Verbose => "何をしたかを表示します。";

    public override string ListsNothing => "キューの表示: todoku queue list";

    public override string NotOffered(string mode) => $"{mode} には対応していません。メールは標準入力で渡すか、リレーのポートへSMTPで送ってください。メールは送られていません。";

    public override string UnknownOption(string option) => $"{option} というオプションはありません（一覧: todoku sendmail --help）。メールは送られていません。";

    public override string NoValue(string option) => $"{option} には値が必要です。メールは送られていません。";

    public override string WrongValue(string option, string value) => option switch
    {
        "-N" => $"-N {value}: never、または success,failure,delay から指定してください。メールは送られていません。",
        "-R" => $"-R {value}: full または hdrs を指定してください。メールは送られていません。",
        _ => $"{option} {value}: 印字できるASCII文字で100文字まで指定できます。メールは送られていません。",
    };

    public override string NoConfiguration(string file) => $"設定ファイル {file} を読めません。メールは送られていません。";

    public override string BadSender(string text) => $"差出人「{text}」（-f）はメールアドレスではありません。メールは送られていません。";

    public override string BadRecipient(string text) => $"宛先「{text}」はメールアドレスではありません。メールは送られていません。";

    public override string BadRecipientInHeader(string text) => $"ヘッダーの宛先「{text}」はメールアドレスではありません。メールは送られていません。";

    public override string NoRecipients => "宛先がありません。オプションの後に書くか、-t でヘッダーから読み取ってください。メールは送られていません。";

    public override string NoRecipientsInHeader => "ヘッダーのTo、Cc、Bccに宛先がありません（-t）。メールは送られていません。";

    public override string InputFailed(string detail) => $"メールを読めません（{detail}）。メールは送られていません。";

    public override string RefusedRecipient(string address, string reply) => $"宛先 {address} は拒否されました。この宛先には届きません: {reply}";

    public override string NotTaken(string words) => $"リレーがメールを拒否しました: {words}";

    public override string NotKept(string why, string folder, string detail) =>
        $"送信できませんでした。リレーに接続できず（{why}）、{folder} に保管することもできませんでした（{detail}）。後でもう一度送ってください。リレーの状態: systemctl status todoku-relay";

    public override string SpoolNotShared(string why, string folder) =>
        $"送信できませんでした。リレーに接続できず（{why}）、{folder} に保管してもリレーが読めません。chgrp todoku {folder} && chmod 3733 {folder} を実行してから、もう一度送ってください。";

    public override string HandedOver => "リレーがメールを受け取りました。";

    public override string Kept(string folder, string why) => $"リレーが取りに来るまで {folder} に保管しました（{why}）。";
}
