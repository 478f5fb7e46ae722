using Todoku.Logs.Sources;

namespace Todoku.Cli.Texts;

internal sealed class JapaneseProblemTexts : ProblemTexts
{
    public override string NothingRead => "読めるログがありませんでした。";

    public override string Of(LogProblem problem) => problem.Kind switch
    {
        LogProblemKind.NotFound =>
            $"{problem.File}：ファイルまたはフォルダーがありません。メールログは通常 /var/log/mail.log、/var/log/maillog、/var/log/mail/ にあります。",
        LogProblemKind.NoPermission => $"{problem.File}：読み取り権限がありません。sudo を付けて実行するか、ログを読めるグループ（adm）に加えてください。",
        LogProblemKind.NoLogs => $"{problem.File}：メールログが見つかりません{Looked(problem.Detail)}。ファイルを直接指定してください：todoku diagnose ファイル名",
        LogProblemKind.Empty => $"{problem.File}：空のファイルです。メールサーバーが書き込んでいるファイルか、ローテーション済みのファイル（.1、.gz）を指定してください。",
        LogProblemKind.Binary => $"{problem.File}：テキストのログではありません{Kind(problem.Detail)}。",
        LogProblemKind.BrokenCompression => $"{problem.File}：圧縮データが壊れているか、途中で切れています。読めたところまでを集計しました。可能であればコピーし直してください。",
        LogProblemKind.WindowTooLarge =>
            $"{problem.File}：展開に必要なメモリが上限（{problem.Detail}）を超えています。読めたところまでを集計しました。xz または zstd で展開したファイルを指定してください。",
        LogProblemKind.Truncated => $"{problem.File}：読み取り中にファイルが短くなりました。読めたところまでを集計しました。もう一度実行してください。",
        LogProblemKind.Duplicate => $"{problem.File}：{problem.Detail} と同じ内容のため、一度だけ読みました。",
        LogProblemKind.ReadError => $"{problem.File}：読み取れませんでした：{problem.Detail}",
    };

    public override string NoMailLines(long lines, string inputs) =>
        $"{inputs}：{lines:N0}行ありますが、メールサーバーの行がありません。PostfixやEximのログ（mail.log、maillog、mainlog）を指定してください。";

    public override string NothingInPeriod(string inputs) => $"{inputs}：指定した期間の行がありません。--since と --until を見直してください。";

    public override string PipeIgnored(string inputs) => $"{inputs} を読んでいます。標準入力を読むには：todoku diagnose -";

    private static string Looked(string detail) => detail.Length > 0 ? $"（探したもの：{detail}）" : "";

    private static string Kind(string detail) => detail.Length > 0 ? $"（{detail}）" : "";
}
