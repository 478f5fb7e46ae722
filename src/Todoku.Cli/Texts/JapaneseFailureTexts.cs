namespace Todoku.Cli.Texts;

internal sealed class JapaneseFailureTexts : FailureTexts
{
    public override string OutOfMemory => "メモリが不足しました。--since で期間を絞るか、一度に指定するファイルを減らしてください。";

    public override string Knowledge(string message) => $"--knowledge：{message}";

    public override string System(string message) => $"{message.TrimEnd('.')}（パス、権限、空き容量を確認してください）";

    public override string Unexpected(string message) =>
        $"todoku自体の不具合です（ログの問題ではありません）：{message}。実行したコマンドと、可能であれば該当するログを添えて報告してください（--redact でアドレスを伏せられます）。";
}
