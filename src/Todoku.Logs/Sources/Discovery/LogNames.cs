namespace Todoku.Logs.Sources.Discovery;

/// <summary>
/// Which files of a folder are taken for logs. By their name alone: those that only a mail server writes. Others that may hold mail
/// lines among much else are taken when a look into them finds some.
/// </summary>
internal static class LogNames
{
    /// <summary>What a folder is searched for, for the message that says it has none.</summary>
    public const string LookedFor = "mail.log*, mail.info*, mail.warn*, mail.err*, maillog*, mainlog*, zimbra.log*, syslog*, messages*, *.log, *.json";

    private static readonly HashSet<string> MailNames =
        ["mail", "mail.log", "mail.info", "mail.warn", "mail.err", "maillog", "mainlog", "zimbra.log", "postfix.log", "exim.log"];

    private static readonly HashSet<string> SystemNames = ["syslog", "messages"];

    /// <summary>Whether the name is that of a mail server's own log, rotated or not.</summary>
    public static bool IsMailLog(string path) => MailNames.Contains(FileName(path));

    /// <summary>Whether the name is that of a log that may hold anything.</summary>
    public static bool IsAnyLog(string path) =>
        FileName(path) is var name && (SystemNames.Contains(name) || name.EndsWith(".log", StringComparison.Ordinal)
            || name.EndsWith(".json", StringComparison.Ordinal) || name.EndsWith(".jsonl", StringComparison.Ordinal));

    private static string FileName(string path) => Path.GetFileName(RotatedName.Parse(path).Family);
}
