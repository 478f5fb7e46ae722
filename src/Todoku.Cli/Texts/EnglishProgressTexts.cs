namespace Todoku.Cli.Texts;

internal sealed class EnglishProgressTexts : ProgressTexts
{
    public override string Stopping => "stopping; what was read so far is reported. Ctrl-C again ends at once.";

    public override string Left(TimeSpan left) =>
        left.TotalSeconds < 90 ? $"{Math.Ceiling(left.TotalSeconds)} s left" : $"{Math.Ceiling(left.TotalMinutes)} min left";

    public override string Lines(string lines) => $"{lines} lines";

    public override string AskingDns => "asking DNS ...";

    public override string Following(string file) => $"following {file}; Ctrl-C ends";
}
