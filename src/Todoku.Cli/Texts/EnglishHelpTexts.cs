namespace Todoku.Cli.Texts;

internal sealed class EnglishHelpTexts : HelpTexts
{
    public override string UsageTitle => "Usage";

    public override string CommandsTitle => "Commands";

    public override string ArgumentsTitle => "Arguments";

    public override string OptionsTitle => "Options";

    public override string ExamplesTitle => "Examples";

    public override string ExitTitle => "Exit status";

    public override string Program => "Finds out why your mail does not arrive, and what to do about it in which order.";

    public override string OptionsWord => "[options]";

    public override string MoreHelp => "Help for a command: todoku COMMAND --help";

    public override string Diagnose => "Read mail logs; tell who refuses the mail, since when, why, and what to do.";

    public override string Explain => "Explain one SMTP reply or log line: who says it, what it means, what to do.";

    public override string Completion => "Print a completion script for a shell.";

    public override string HelpOption => "Show this help.";

    public override string VersionOption => "Show the version.";

    public override string Path =>
        "Log files, folders or patterns; - for standard input. Compressed and rotated files are read too. Without any: the usual places and the journal.";

    public override string Since => "Only from this time on: 2026-05-16, '2026-05-16 10:00', 7d (days), 12h, 30m, 2w.";

    public override string Until => "Only up to this time; the same forms.";

    public override string Follow => "Go on reading what is appended and print new findings as they appear, until Ctrl-C.";

    public override string Json => "The same as --format json.";

    public override string Format => "text (one screen), json, markdown or html (one file with charts).";

    public override string Output => "Write the report to a file; its ending (.html .md .json .txt) chooses the format unless --format does.";

    public override string Verbose => "Show everything: commands, records, all evidence, lines that were not understood.";

    public override string Lang => "en or ja. Without it: the locale's.";

    public override string Redact => "Mask the local parts of mail addresses, for reports to be shared.";

    public override string RedactAll => "Mask your own domains, host names and IP addresses as well.";

    public override string Knowledge => "A folder of your own rules and texts, laid over the built-in ones (docs/knowledge-format.md).";

    public override string NoColor => "No colours. So does the variable NO_COLOR; they are off anyway when the output is no terminal.";

    public override string Offline => "Ask no DNS: diagnose from the log alone.";

    public override string TimeZone => "Time zone of time stamps that carry none: Asia/Tokyo, UTC, +09:00. Without it: this machine's.";

    public override string FromDomain => "The domain in the From address of the mail that fails (or the address): logs don't show it. Its SPF, DKIM and DMARC are then checked.";

    public override string Text => "The reply or log line. Without it: read from standard input.";

    public override string Relay => "The host that gave the reply, when the text does not name it.";

    public override string Batch => "Read JSON lines {\"id\",\"response\",\"log\",\"relay\",\"in_reply_to\"} and write a JSON line for each.";

    public override string Shell => "bash, zsh or fish.";

    public override IReadOnlyList<(string Status, string Meaning)> Exit =>
    [
        ("0", "Nothing that you must do."),
        ("1", "There are findings."),
        ("2", "The arguments are wrong."),
        ("3", "The input can't be read, or was not understood."),
        ("130", "Interrupted by Ctrl-C."),
    ];
}
