namespace Todoku.Cli.Texts;

internal sealed class JapaneseHelpTexts : HelpTexts
{
    public override string UsageTitle => "使い方";

    public override string CommandsTitle => "コマンド";

    public override string ArgumentsTitle => "引数";

    public override string OptionsTitle => "オプション";

    public override string ExamplesTitle => "例";

    public override string ExitTitle => "終了ステータス";

    public override string Program => "メールが届かない原因を突き止め、何をどの順に行えばよいかを示します。";

    public override string OptionsWord => "[オプション]";

    public override string MoreHelp => "各コマンドのヘルプ：todoku コマンド --help";

    public override string Diagnose => "メールログを読み、どの事業者に、いつから、なぜ拒否されているかと、対応手順を示します。";

    public override string Explain => "SMTPの応答またはログの1行について、誰の応答か、意味、対応方法を説明します。";

    public override string Completion => "シェルの補完スクリプトを出力します。";

    public override string HelpOption => "このヘルプを表示します。";

    public override string VersionOption => "バージョンを表示します。";

    public override string Path =>
        "ログのファイル、フォルダー、またはパターン。- は標準入力です。圧縮やローテーション済みのファイルも読みます。省略すると、通常の保存場所とジャーナルを読みます。";

    public override string Since => "この時刻以降だけを読みます：2026-05-16、'2026-05-16 10:00'、7d（日）、12h、30m、2w。";

    public override string Until => "この時刻までを読みます。書き方は --since と同じです。";

    public override string Follow => "追記される行を読み続け、新しい問題が見つかるたびに表示します（Ctrl-Cで終了）。";

    public override string Json => "--format json と同じです。";

    public override string Format => "text（1画面）、json、markdown、html（グラフ付きの1ファイル）。";

    public override string Output => "レポートをファイルに書き出します。--format がなければ、拡張子（.html .md .json .txt）で形式を決めます。";

    public override string Verbose => "コマンド、DNSレコード、根拠のログ、解釈できなかった行など、すべてを表示します。";

    public override string Lang => "en または ja。省略するとロケールに従います。";

    public override string Redact => "共有できるように、メールアドレスの@より前を伏せます。";

    public override string RedactAll => "自分のドメイン、ホスト名、IPアドレスも伏せます。";

    public override string Knowledge => "独自のルールや文章のフォルダー。内蔵のものに重ねて使います（docs/knowledge-format.md）。";

    public override string NoColor => "色を付けません。環境変数 NO_COLOR でも同じです。出力先が端末でなければ、もともと色は付きません。";

    public override string Offline => "DNSには問い合わせず、ログだけで診断します。";

    public override string TimeZone => "タイムゾーンのない時刻をどの地域のものとみなすか：Asia/Tokyo、UTC、+09:00。省略するとこのマシンの設定に従います。";

    public override string FromDomain => "届かないメールの差出人（From）アドレスのドメイン。アドレスのまま書いても構いません。ログには記録されないため、指定するとそのSPF、DKIM、DMARCも確認します。";

    public override string Text => "応答またはログの行。省略すると標準入力から読みます。";

    public override string Relay => "応答を返したホスト（文中に書かれていない場合）。";

    public override string Batch => "{\"id\",\"response\",\"log\",\"relay\",\"in_reply_to\"} のJSON行を読み、1行ごとに結果をJSON行で出力します。";

    public override string Shell => "bash、zsh、fish のいずれか。";

    public override IReadOnlyList<(string Status, string Meaning)> Exit =>
    [
        ("0", "送信側の対応は不要です。"),
        ("1", "対応が必要な問題があります。"),
        ("2", "引数に誤りがあります。"),
        ("3", "入力を読めない、または解釈できません。"),
        ("130", "Ctrl-Cで中断されました。"),
    ];
}
