namespace Todoku.Cli.Texts;

internal sealed class JapaneseUsageTexts : UsageTexts
{
    public override string EmptyPeriod => "--until が --since より前の時刻です。このままでは1行も読めません。";

    public override string CannotFollow => "--follow には、現在書き込まれているログファイルを指定してください。標準入力や圧縮ファイルは追跡できません。";

    public override string NoText => "explain には応答またはログの行が必要です。引用符で囲んだ引数か、標準入力で渡してください。";

    public override string NoShell => "completion にはシェルの名前が必要です：bash、zsh、fish。";

    public override string Example(string example) => $"例：{example}";

    public override string Unknown(string argument, string nearest) =>
        $"「{argument}」は使えません。" + (nearest.Length > 0 ? $"「{nearest}」の間違いではありませんか。" : "");

    public override string UnknownVerb(string verb, string nearest, string all) =>
        $"「{verb}」というサブコマンドはありません。" + (nearest.Length > 0 ? $"「{nearest}」の間違いではありませんか。" : "") + $"使えるのは次のとおりです：{all}。";

    public override string NeedsValue(string option) => $"{option} には値が必要です。";

    public override string Twice(string option) => $"{option} が2回以上指定されています。";

    public override string NotOneOf(string option, string value, IReadOnlyList<string> choices) =>
        $"{option} に「{value}」は指定できません。次のいずれかを指定してください：{string.Join("、", choices)}";

    public override string BadTime(string option, string value) =>
        $"{option} の「{value}」は時刻として読めません。日付（2026-05-16）、日時（'2026-05-16 10:00'）、または経過時間（7d、12h、30m、2w）で指定してください。";

    public override string BadZone(string value) =>
        $"--time-zone の「{value}」はタイムゾーンとして読めません。名前（Asia/Tokyo、UTC）または時差（+09:00）で指定してください。";

    public override string TwoFormats(string format) => $"--json と --format {format} は同時に指定できません。どちらか一方にしてください。";

    public override string NotTogether(string one, string other) => $"{one} と {other} は同時に指定できません。どちらか一方にしてください。";
}
