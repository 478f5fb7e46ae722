using Todoku.Logs.Sources;

namespace Todoku.Cli.Texts;

internal sealed class EnglishProblemTexts : ProblemTexts
{
    public override string NothingRead => "no log could be read.";

    public override string Of(LogProblem problem) => problem.Kind switch
    {
        LogProblemKind.NotFound => $"{problem.File}: no such file or folder. Mail logs usually are /var/log/mail.log, /var/log/maillog or /var/log/mail/.",
        LogProblemKind.NoPermission => $"{problem.File}: no permission to read it. Run the command with sudo, or as a member of the group that may read logs (adm).",
        LogProblemKind.NoLogs => $"{problem.File}: no mail log found there{Looked(problem.Detail)}. Name the file: todoku diagnose FILE",
        LogProblemKind.Empty => $"{problem.File}: is empty. Give the file that your mail server writes to, or the rotated one (.1, .gz).",
        LogProblemKind.Binary => $"{problem.File}: is not a text log{Kind(problem.Detail)}.",
        LogProblemKind.BrokenCompression => $"{problem.File}: the compressed data is damaged or incomplete; what came before was read. Copy the file again if you can.",
        LogProblemKind.WindowTooLarge =>
            $"{problem.File}: unpacking it takes more memory than the {problem.Detail} that are given; what came before was read. Unpack it with xz or zstd and give the result.",
        LogProblemKind.Truncated => $"{problem.File}: became shorter while it was read; what came before was read. Run the command again.",
        LogProblemKind.Duplicate => $"{problem.File}: holds the same as {problem.Detail} and was read once.",
        LogProblemKind.ReadError => $"{problem.File}: could not be read: {problem.Detail}",
    };

    public override string NoMailLines(long lines, string inputs) =>
        $"{inputs}: {lines:N0} lines, but none of a mail server. Give the log of Postfix or Exim (mail.log, maillog, mainlog).";

    public override string NothingInPeriod(string inputs) => $"{inputs}: no line in the period asked for. Widen --since and --until.";

    public override string PipeIgnored(string inputs) => $"reading {inputs}. To read standard input instead: todoku diagnose -";

    private static string Looked(string detail) => detail.Length > 0 ? $" (looked for {detail})" : "";

    private static string Kind(string detail) => detail.Length > 0 ? $" ({detail})" : "";
}
