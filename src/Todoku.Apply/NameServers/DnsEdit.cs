using Todoku.Apply.Files;
using Todoku.Dns;
using Todoku.Dns.Updates;
using Todoku.Dns.Zones;
using Todoku.Mail;

namespace Todoku.Apply.NameServers;

/// <summary>What becomes of a zone.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="Server">Address and port of the server.</param>
/// <param name="KeyFile">The file of the key; the key itself is kept nowhere else.</param>
/// <param name="Sets">The records, by name and type.</param>
public sealed record DnsEdit(string Zone, string Server, string KeyFile, IReadOnlyList<DnsSetEdit> Sets)
{
    /// <summary>As changes of files, to be shown.</summary>
    public IReadOnlyList<FileEdit> Shown => [.. Sets.Select(set => new FileEdit($"{set.Owner} {set.Type}", Text(set.Before), Text(set.After)))];

    /// <summary>The lines that there will be.</summary>
    public IReadOnlyList<string> Lines => [.. Sets.SelectMany(set => set.After)];

    /// <summary>The way back.</summary>
    public DnsEdit Reversed() => this with { Sets = [.. Sets.Select(set => set with { Before = set.After, After = set.Before })] };

    /// <summary>The update: only if the records are exactly what was shown.</summary>
    public DnsUpdate ToUpdate() => new(DomainName.Parse(Zone))
    {
        Absent = [.. Sets.Where(set => set.Before.Count == 0).Select(set => new DnsQuestion(DomainName.Parse(set.Owner), Enum.Parse<DnsRecordType>(set.Type)))],
        Required = [.. Sets.SelectMany(set => set.Before).Select(Record)],
        Removed = [.. Sets.SelectMany(set => set.Before.Except(set.After)).Select(Record)],
        Added = [.. Sets.SelectMany(set => set.After.Except(set.Before)).Select(Record)],
    };

    private static string? Text(IReadOnlyList<string> lines) => lines.Count == 0 ? null : string.Concat(lines.Select(line => $"{line}\n"));

    private static UpdateRecord Record(string line) =>
        ZoneFile.Parse(line + "\n").Records is [var record] ? new UpdateRecord(record.Owner, record.Type, record.TimeToLive, record.Content) : throw new IOException($"no record: {line}");
}
