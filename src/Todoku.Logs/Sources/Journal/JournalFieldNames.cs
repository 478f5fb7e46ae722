namespace Todoku.Logs.Sources.Journal;

/// <summary>Names of the journal's fields.</summary>
internal static class JournalFieldNames
{
    /// <summary>A field's name has at most 64 characters.</summary>
    public const int MaxLength = 64;

    /// <summary>What journalctl is asked for; it adds the time by itself.</summary>
    public const string Wanted = "_HOSTNAME,SYSLOG_IDENTIFIER,_COMM,SYSLOG_PID,_PID,MESSAGE";

    /// <summary>Which field a name is of; null for any other.</summary>
    public static JournalField? Of(ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("MESSAGE"u8)) return JournalField.Message;
        if (name.SequenceEqual("__REALTIME_TIMESTAMP"u8)) return JournalField.Time;
        if (name.SequenceEqual("_HOSTNAME"u8)) return JournalField.Host;
        if (name.SequenceEqual("SYSLOG_IDENTIFIER"u8)) return JournalField.Identifier;
        if (name.SequenceEqual("_COMM"u8)) return JournalField.Command;
        if (name.SequenceEqual("SYSLOG_PID"u8)) return JournalField.SyslogPid;
        return name.SequenceEqual("_PID"u8) ? JournalField.Pid : null;
    }
}
