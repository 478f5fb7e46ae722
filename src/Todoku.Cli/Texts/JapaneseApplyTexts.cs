using Todoku.Apply.Changes;
using Todoku.Apply.Journals;

namespace Todoku.Cli.Texts;

internal sealed class JapaneseApplyTexts : ApplyTexts
{
    public override string Command => "診断が示した対策のうち、このサーバーで行えるものを実行します。変更内容を表示して確認してから行い、元に戻せます。";

    public override string Report => "todoku diagnose --json または todoku check --json の出力。- は標準入力。";

    public override string Yes => "確認せずに変更します（変更内容は表示します）。";

    public override string DryRun => "変更内容を表示するだけで、何も変更しません。";

    public override string Postfix => "Postfixのインスタンスが複数ある場合に、対象の設定フォルダーを指定します。";

    public override string Undo => "最後の変更を元に戻します。番号を付けると、その番号までさかのぼってすべて戻します。";

    public override string List => "これまでの変更を一覧します。";

    public override string To => "中継サーバー。ポートの既定は587です（465では最初からTLSを使います）。";

    public override string User => "中継サーバーへのログイン名。パスワードは入力を求めるか、標準入力から読みます。";

    public override string PasswordFile => "1行目にパスワードを書いたファイル。";

    public override string RequireTls => "TLSを使えない中継サーバーには送りません（ログインする場合は常にそうなります）。";

    public override string Sender => "エンベロープ送信者にするアドレス（不達通知の届く先）。";

    public override string From => "置き換えるエンベロープ送信者（アドレスまたはユーザー名）。複数指定できます。";

    public override string Domain => "ドメインのない送信者に付けるドメイン（myorigin）。";

    public override string Name => "HELOで名乗る完全なホスト名（逆引きの名前と同じもの）。";

    public override string Milter => "署名プログラムのソケット。Postfixと同じ書き方です（inet:127.0.0.1:8891）。";

    public override string Pool => "php-fpmのこのプールだけを変更します。";

    public override string RelayHostCommand => "Postfixのメールをすべて中継サーバー経由で送ります。";

    public override string ReturnPathCommand => "Postfixでエンベロープ送信者（Return-Path）を書き換えます。";

    public override string HeloCommand => "PostfixがHELOで名乗る名前を設定します。";

    public override string IPv4OnlyCommand => "Postfixの送信をIPv4だけにします。";

    public override string DkimCommand => "Postfixから署名プログラム（OpenDKIM、Rspamd）にメールを渡します。";

    public override string PhpCommand => "PHPの sendmail_path を、実際に読まれる場所に設定します。";

    public override string NeitherReportNorChange(string word, string changes) => $"'{word}' という変更はなく、その名前のレポートもありません。変更の種類: {changes}";

    public override string OneThing => "レポート、変更の種類、--list、--undo のどれか1つを指定してください。変更の種類は todoku apply --help で確認できます。";

    public override string CannotAsk => "レポートを標準入力から読む場合は確認の入力ができません。--dry-run か --yes を付けてください。";

    public override string BadPassword => "パスワードが空か、長すぎるか、Postfixのテーブルに書けない文字（制御文字、前後の空白）を含んでいます。";

    public override string Question => "この変更を行いますか？ [y/N]";

    public override string NotMade => "変更しませんでした。";

    public override string State(string usual) => $"変更の記録を置くフォルダー。既定は {usual} です。";

    public override string Program(string usual) => $"PHPがメールを渡すプログラム。既定は {usual} です。";

    public override string BadUser(string name) => $"--user「{name}」はPostfixのテーブルに書けません。コロンや制御文字は使えません。";

    public override string BadRelay(string text) => $"--to「{text}」はサーバーとして読めません。relay.example.net:587、IPアドレス、[2001:db8::1]:587 のように書いてください。";

    public override string BadAddress(string text) => $"「{text}」はここに書けるメールアドレスではありません。info@example.com のように書いてください。";

    public override string BadHostName(string text) => $"「{text}」は完全なホスト名ではありません。mail.example.com のように書いてください。";

    public override string BadWord(string text) => $"「{text}」はここには書けません。";

    public override string NeedsOption(string option) => $"{option} を指定してください。";

    public override string NoReport(string path) => $"{path} は todoku diagnose --json や todoku check --json の出力ではありません。";

    public override string Then(string command) => $"続けて実行: {command}";

    public override string Made(int number) => $"変更しました（番号 {number}）。元に戻すには todoku apply --undo {number} を実行してください。";

    public override string Undone(int number) => $"番号 {number} を元に戻しました。";

    public override string ChangedSinceShown(string path) => $"表示した後に {path} が変更されたため、何もしませんでした。もう一度実行してください。";

    public override string ChangedSinceMade(int number, string path) => $"番号 {number} は元に戻せません。その後に {path} が変更されています。何もしませんでした。その後の変更は次のとおりです。";

    public override string TakenBack(string what, string complaint) => $"失敗したため、すべて元に戻しました。\n  {what}\n  {complaint}";

    public override string NoEntries(string folder) => $"変更の記録はありません（{folder}）。";

    public override string NothingToUndo(string folder) => $"{folder} に、元に戻せる該当の変更はありません。todoku apply --list で一覧できます。";

    public override string UndoTitle(int number, string title) => $"番号 {number} を元に戻す: {title}";

    public override string GiveOption(string option) => $"このサーバーで実行できます。{option} を指定してください。";

    public override string DoneBy(string step) => $"{step} で同じ効果があるため、不要です。";

    public override string ByHand(string text) => $"手作業：{text}";

    public override string DnsCommand => "署名付きの動的更新（RFC 2136、TSIG）で、ゾーンのレコードを変更します。";

    public override string Zone => "ゾーン名。";

    public override string Server => "ゾーンのプライマリサーバーのIPアドレス。53番以外のポートは :PORT を付けます。";

    public override string KeyFile => "鍵のファイル（tsig-keygen や keymgr の形式、hmac-sha256）。";

    public override string AddRecord => "追加するレコード（'名前 タイプ 値'）。SPF・DMARC・DKIM・CNAMEは、既存のものを置き換えます。";

    public override string RemoveRecord => "削除するレコード（'名前 タイプ 値'）。";

    public override string BadRecord(string text) => $"--add・--remove の「{text}」を読めません。'mail.example.com A 192.0.2.1' のように書いてください。";

    public override string BadServer(string text) => $"--server「{text}」はIPアドレスではありません。192.0.2.53 や 192.0.2.53:5353 のように書いてください。";

    public override string OnlyFor => "このドメイン宛てのメールだけを中継サーバー経由で送り、ほかは今までどおりにします（複数指定可）。";

    public override string OnlyRefusing => "レポートの行で拒否が確認できるドメイン宛てだけを、中継サーバー経由にします。--for で追加できます。";

    public override string Outgoing => "サーバーの外に出るメールだけでアドレスを置き換えます。Fromも置き換わります（smtp_generic_maps）。";

    public override string Busy(string folder) => $"別の todoku apply が変更を実行中のため、何も変更していません（{folder}/lock）。終わってから、もう一度実行してください。";

    public override string ReportZone => "計画のとおりに、署名付きの動的更新でレコードを変更するゾーン（複数指定可）。指定しなければ、レコードを表示するだけです。";

    public override string RelaySpf => "SPFレコードに書く中継サーバーの項目（include:spf.relay.example、ip4:203.0.113.25 など）。";

    public override string DkimRecord => "公開鍵のレコードのファイル（todoku dkim keygen や opendkim-genkey の出力）。";

    public override string BadSpfTerm(string text) => $"--relay-spf「{text}」はSPFの項目として書けません。include:spf.relay.example、ip4:203.0.113.25、ip6:2001:db8::25 のように書いてください。";

    public override string Title(ChangeKind kind, string subject) => kind switch
    {
        ChangeKind.RelayHost => $"メールをすべて {subject} 経由で送る",
        ChangeKind.RelayForDomains => $"一部のドメイン宛てを中継サーバー経由で送る: {subject}",
        ChangeKind.ReturnPath => $"エンベロープ送信者を {subject} にする",
        ChangeKind.Helo => $"HELOで {subject} と名乗る",
        ChangeKind.IPv4Only => "IPv4だけで送る",
        ChangeKind.Dkim => $"署名プログラム {subject} にメールを渡す",
        ChangeKind.Dns => $"{subject} のDNSレコード",
        ChangeKind.PhpSendmail => $"PHPの送信コマンドを {subject} にする",
    };

    public override string Note(ChangeNote note) => note.Kind switch
    {
        ChangeNoteKind.NotRunning => $"{note.Detail} は動いていません。次に起動したときから有効になります。",
        ChangeNoteKind.DecidedBefore => $"先に適用される設定があります（変更しません）: {note.Detail}",
        ChangeNoteKind.ServiceHasItsOwn => $"master.cf に個別の設定があり、そちらが優先されます（変更しません）: {note.Detail}",
        ChangeNoteKind.PoolHasItsOwn => $"このプールには個別の sendmail_path があり、変更しません（--pool で変更できます）: {note.Detail}",
        ChangeNoteKind.NoLoginLibrary => "ログインに必要なライブラリが見つかりません。libsasl2-modules（Debian・Ubuntu）または cyrus-sasl-plain（RHEL系）をインストールしてください。",
        ChangeNoteKind.RestartByHand => $"動いている場合は、後で再起動してください: {note.Detail}",
    };

    public override string AlreadySo(ChangeRequest request) => $"{Aim(request)}：すでにその設定です。";

    public override string Impossible(ChangeRequest request, Obstacle obstacle, string detail) => $"{Aim(request)}：{Why(obstacle, detail)}";

    public override string Stuck(string what, string complaint, IReadOnlyList<string> left, string folder) =>
        $"失敗し、元に戻すこともできませんでした。変更前のファイルの内容は {folder} にあります。\n  {what}\n  {complaint}\n手作業で直すもの：\n{string.Join('\n', left.Select(one => $"  {one}"))}";

    public override string StateOf(JournalState state) => state switch
    {
        JournalState.Begun => "中断　",
        JournalState.Made => "実行済",
        JournalState.TakenBack => "失敗　",
        JournalState.Undone => "取消済",
    };

    private string Aim(ChangeRequest request) => request switch
    {
        ChangeRequest.RelayHost { OnlyFor.Count: > 0 } relay => Title(ChangeKind.RelayForDomains, $"{string.Join(", ", relay.OnlyFor)} -> {relay.Place}"),
        ChangeRequest.RelayHost relay => Title(ChangeKind.RelayHost, relay.Place),
        ChangeRequest.ReturnPath sender => Title(ChangeKind.ReturnPath, sender.To),
        ChangeRequest.Helo helo => Title(ChangeKind.Helo, helo.Name),
        ChangeRequest.IPv4Only => Title(ChangeKind.IPv4Only, ""),
        ChangeRequest.Dkim dkim => Title(ChangeKind.Dkim, dkim.Milter),
        ChangeRequest.Dns dns => Title(ChangeKind.Dns, dns.Zone.ToString()),
        ChangeRequest.PhpSendmail php => Title(ChangeKind.PhpSendmail, php.Program),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Why(Obstacle obstacle, string detail) => obstacle switch
    {
        Obstacle.NoPostfix => "Postfixがありません（postconf が見つかりません）。",
        Obstacle.SeveralInstances => $"Postfixのインスタンスが複数あります。--postfix で指定してください: {detail}",
        Obstacle.PostfixUnreadable => $"Postfixの設定を読み取れません: {detail}",
        Obstacle.FileUnreadable => detail,
        Obstacle.NotPermitted => $"{detail} rootで実行してください。",
        Obstacle.NoService => $"{detail} に smtp・relay のサービスがありません。",
        Obstacle.ImplicitTlsForDomains => "465番では接続直後からTLSになりますが、Postfixではドメインごとに設定できません。587番を指定してください。",
        Obstacle.NoPhp => "PHPの設定が見つかりません。",
        Obstacle.NoNameServer => $"ネームサーバーが応答しません: {detail}",
        Obstacle.SeveralSpfRecords => $"{detail} にSPFレコードが複数あり、受信側ではエラーになります。先に1つにまとめてください（todoku check でまとめ方を確認できます）。",
        Obstacle.NoKey => $"{detail} に HMAC-SHA256 の鍵（tsig-keygen の形式）がありません。",
        Obstacle.NoPool => $"php-fpmに {detail} というプールはありません。",
    };
}
