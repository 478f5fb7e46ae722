namespace Todoku.Cli.Texts;

internal sealed class JapaneseExplainTexts : ExplainTexts
{
    public override string NotUnderstood => "この文章は解釈できませんでした";

    public override string NotUnderstoodAdvice =>
        "コードを含む応答の全体（550-5.7.1 …）か、ログの行全体を渡してください。すでにそうしている場合は、まだ登録されていない応答です。ルールの追加方法は docs/knowledge-format.md にあります。";

    public override string Temporary => "一時的なエラーです。サーバーが自動的に再送します。";

    public override string Permanent => "恒久的なエラーです。再送はされず、送信者にエラーが通知されます。";

    public override string Reply => "応答";

    public override string Values => "応答に含まれる値";

    public override string Meaning => "意味";

    public override string Steps => "対応方法";

    public override string UnknownServer => "受信サーバー";

    public override string Says(string provider, string cause) => $"{provider}：{cause}";

    public override string OwnWords(string cause) => $"自分のサーバー：{cause}";

    public override string Delivered(string provider) => $"このメールは届いています（{provider}）";

    public override string Rule(string rule) => $"ルール：{rule}";
}
