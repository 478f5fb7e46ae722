namespace Todoku.Logs.Envelopes.Json;

/// <summary>
/// Which member of a JSON log line holds what, for all writers of such lines: the journal (systemd.journal-fields(7)), docker's
/// json-file driver, logstash and beats (Elastic Common Schema), rsyslog, syslog-ng, vector, Loki, Cloud Logging. Where a line has several
/// members of one role the one that stands first here is taken. A further writer's key is one line here.
/// </summary>
internal static class JsonKeys
{
    /// <summary>Objects are entered this deep (<c>log.syslog.appname</c> is the deepest).</summary>
    public const int MaxDepth = 3;

    /// <summary>Longest path of keys, joined by dots.</summary>
    public const int MaxPathLength = 64;

    private static readonly (byte[] Path, JsonRole Role)[] Table =
    [
        ("__REALTIME_TIMESTAMP"u8.ToArray(), JsonRole.Time),
        ("@timestamp"u8.ToArray(), JsonRole.Time),
        ("time"u8.ToArray(), JsonRole.Time),
        ("timestamp"u8.ToArray(), JsonRole.Time),
        ("timereported"u8.ToArray(), JsonRole.Time),
        ("ISODATE"u8.ToArray(), JsonRole.Time),
        ("timegenerated"u8.ToArray(), JsonRole.Time),
        ("ts"u8.ToArray(), JsonRole.Time),
        ("DATE"u8.ToArray(), JsonRole.Time),

        ("_HOSTNAME"u8.ToArray(), JsonRole.Host),
        ("host.name"u8.ToArray(), JsonRole.Host),
        ("host.hostname"u8.ToArray(), JsonRole.Host),
        ("logsource"u8.ToArray(), JsonRole.Host),
        ("hostname"u8.ToArray(), JsonRole.Host),
        ("HOST"u8.ToArray(), JsonRole.Host),
        ("host"u8.ToArray(), JsonRole.Host),
        ("log.syslog.hostname"u8.ToArray(), JsonRole.Host),
        ("kubernetes.pod_name"u8.ToArray(), JsonRole.Host),

        ("SYSLOG_IDENTIFIER"u8.ToArray(), JsonRole.Program),
        ("log.syslog.appname"u8.ToArray(), JsonRole.Program),
        ("process.name"u8.ToArray(), JsonRole.Program),
        ("process.program"u8.ToArray(), JsonRole.Program),
        ("appname"u8.ToArray(), JsonRole.Program),
        ("app-name"u8.ToArray(), JsonRole.Program),
        ("programname"u8.ToArray(), JsonRole.Program),
        ("program"u8.ToArray(), JsonRole.Program),
        ("PROGRAM"u8.ToArray(), JsonRole.Program),
        ("ident"u8.ToArray(), JsonRole.Program),
        ("_COMM"u8.ToArray(), JsonRole.Program),

        ("SYSLOG_PID"u8.ToArray(), JsonRole.Pid),
        ("_PID"u8.ToArray(), JsonRole.Pid),
        ("log.syslog.procid"u8.ToArray(), JsonRole.Pid),
        ("process.pid"u8.ToArray(), JsonRole.Pid),
        ("procid"u8.ToArray(), JsonRole.Pid),
        ("pid"u8.ToArray(), JsonRole.Pid),
        ("PID"u8.ToArray(), JsonRole.Pid),

        ("MESSAGE"u8.ToArray(), JsonRole.Text),
        ("message"u8.ToArray(), JsonRole.Text),
        ("log"u8.ToArray(), JsonRole.Text),
        ("line"u8.ToArray(), JsonRole.Text),
        ("msg"u8.ToArray(), JsonRole.Text),
        ("textPayload"u8.ToArray(), JsonRole.Text),
        ("event.original"u8.ToArray(), JsonRole.Text),
    ];

    private static readonly int[][] PlacesByLength =
        [.. Enumerable.Range(0, MaxPathLength).Select(length => Enumerable.Range(0, Table.Length).Where(place => Table[place].Path.Length == length).ToArray())];

    /// <summary>Looks a path up.</summary>
    /// <param name="path">Keys joined by dots, shorter than <see cref="MaxPathLength"/>.</param>
    /// <param name="role">What the member is for.</param>
    /// <param name="rank">Its place in the table.</param>
    public static bool TryFind(ReadOnlySpan<byte> path, out JsonRole role, out int rank)
    {
        rank = int.MaxValue;
        role = default;
        foreach (var place in PlacesByLength[path.Length])
        {
            if (!path.SequenceEqual(Table[place].Path)) continue;
            (role, rank) = (Table[place].Role, place);
            return true;
        }
        return false;
    }
}
