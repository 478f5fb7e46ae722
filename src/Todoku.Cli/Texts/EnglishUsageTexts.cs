namespace Todoku.Cli.Texts;

internal sealed class EnglishUsageTexts : UsageTexts
{
    public override string EmptyPeriod => "--until lies before --since, so no line can be read.";

    public override string CannotFollow => "--follow needs a log file that is written to now; standard input and compressed files end.";

    public override string NoText => "explain needs a reply or a log line, as an argument in quotes or on standard input.";

    public override string NoShell => "completion needs the name of a shell: bash, zsh or fish.";

    public override string Example(string example) => $"Example: {example}";

    public override string Unknown(string argument, string nearest) =>
        $"'{argument}' is not known here." + (nearest.Length > 0 ? $" Did you mean '{nearest}'?" : "");

    public override string UnknownVerb(string verb, string nearest, string all) =>
        $"there is no subcommand '{verb}'." + (nearest.Length > 0 ? $" Did you mean '{nearest}'?" : "") + $" There are: {all}.";

    public override string NeedsValue(string option) => $"{option} needs a value.";

    public override string Twice(string option) => $"{option} is given more than once.";

    public override string NotOneOf(string option, string value, IReadOnlyList<string> choices) =>
        $"{option} can't be '{value}'. Write one of: {string.Join(", ", choices)}.";

    public override string BadTime(string option, string value) =>
        $"{option} '{value}' is not a time. Write a date (2026-05-16), a date and time ('2026-05-16 10:00'), or how long ago (7d, 12h, 30m, 2w).";

    public override string BadZone(string value) => $"--time-zone '{value}' is not a time zone. Write a name (Asia/Tokyo, UTC) or an offset (+09:00).";

    public override string TwoFormats(string format) => $"--json and --format {format} don't go together. Give one of them.";

    public override string NotTogether(string one, string other) => $"{one} and {other} don't go together. Leave one of them out.";
}
