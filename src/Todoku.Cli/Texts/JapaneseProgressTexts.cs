namespace Todoku.Cli.Texts;

internal sealed class JapaneseProgressTexts : ProgressTexts
{
    public override string Stopping => "中断します。ここまでに読んだ内容を報告します。もう一度Ctrl-Cを押すと、すぐに終了します。";

    public override string Left(TimeSpan left) =>
        left.TotalSeconds < 90 ? $"残り{Math.Ceiling(left.TotalSeconds)}秒" : $"残り{Math.Ceiling(left.TotalMinutes)}分";

    public override string Lines(string lines) => $"{lines}行";

    public override string AskingDns => "DNSに問い合わせています…";

    public override string Following(string file) => $"{file} を追跡しています（Ctrl-Cで終了）";
}
