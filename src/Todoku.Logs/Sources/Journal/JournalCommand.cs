using System.Globalization;

namespace Todoku.Logs.Sources.Journal;

/// <summary>
/// The command that gives the journal's entries of mail programs: all of syslog's facility "mail" (2), which Postfix, OpenDKIM, amavis
/// and Sendmail use, and those of units whose programs write to standard output or use another facility.
/// </summary>
internal static class JournalCommand
{
    private static readonly string[] Units =
        ["postfix.service", "postfix@-.service", "exim4.service", "exim.service", "opendkim.service", "rspamd.service", "amavis.service"];

    private static readonly string[] Programs = ["/usr/bin/journalctl", "/bin/journalctl", "/run/current-system/sw/bin/journalctl"];

    /// <summary>The arguments of journalctl.</summary>
    /// <param name="since">Entries before this are left out; null for all there are.</param>
    public static IReadOnlyList<string> Arguments(DateTimeOffset? since) =>
    [
        "--output=export",
        $"--output-fields={JournalFieldNames.Wanted}",
        "--no-pager",
        "--quiet",
        .. since is { } moment ? (IEnumerable<string>)[string.Create(CultureInfo.InvariantCulture, $"--since=@{moment.ToUnixTimeSeconds()}")] : [],
        "SYSLOG_FACILITY=2",
        .. Units.SelectMany(unit => (IEnumerable<string>)["+", $"_SYSTEMD_UNIT={unit}"]),
    ];

    /// <summary>Where journalctl is; null when the machine has none.</summary>
    public static string? FindProgram() => Programs.FirstOrDefault(File.Exists);
}
