namespace Todoku.Logs.Sources.Journal;

/// <summary>The fields of a journal entry that a log line is made of (systemd.journal-fields(7)).</summary>
internal enum JournalField : byte
{
    /// <summary>__REALTIME_TIMESTAMP: microseconds since 1970.</summary>
    Time,

    /// <summary>_HOSTNAME.</summary>
    Host,

    /// <summary>SYSLOG_IDENTIFIER: the tag that the program gave itself.</summary>
    Identifier,

    /// <summary>_COMM: the process's name.</summary>
    Command,

    /// <summary>SYSLOG_PID: the process id that the program gave itself.</summary>
    SyslogPid,

    /// <summary>_PID.</summary>
    Pid,

    /// <summary>MESSAGE.</summary>
    Message,
}
