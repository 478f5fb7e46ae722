using Todoku.Logs.Sources.Journal;

namespace Todoku.Logs.Sources.Discovery;

/// <summary>
/// Where mail servers keep their logs, looked at in this order: logs of their own; else the system's log if it holds mail lines; else
/// the journal.
/// </summary>
internal sealed record UsualPlaces
{
    /// <summary>Stands before every path; empty but in tests.</summary>
    public string Root { get; init; } = "";

    /// <summary>The program that reads the journal; null when there is none.</summary>
    public string? Journalctl { get; init; } = JournalCommand.FindProgram();

    /// <summary>Logs that only mail servers write. <c>/var/log/mail</c> is a file on SUSE and a folder elsewhere.</summary>
    public IReadOnlyList<string> MailLogs { get; init; } =
    [
        "/var/log/mail.log*", "/var/log/maillog*", "/var/log/mail", "/var/log/postfix.log*", "/var/log/zimbra.log*",
        "/var/log/exim4/mainlog*", "/var/log/exim/mainlog*", "/var/log/exim/main.log*", "/var/log/exim_mainlog*",
    ];

    /// <summary>Logs of everything.</summary>
    public IReadOnlyList<string> SystemLogs { get; init; } = ["/var/log/syslog*", "/var/log/messages*"];

    /// <summary>All of it, for the message that there is nothing.</summary>
    public string LookedFor => string.Join(", ", [.. MailLogs, .. SystemLogs, "journalctl"]);
}
