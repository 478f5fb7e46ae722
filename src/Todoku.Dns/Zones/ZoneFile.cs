using System.Text;
using Todoku.Mail;

namespace Todoku.Dns.Zones;

/// <summary>The records of a zone file.</summary>
public sealed class ZoneFile
{
    /// <summary>Octets that a file may have.</summary>
    public const int MaxSize = 32 * 1024 * 1024;

    private ZoneFile(string name, IReadOnlyList<ZoneRecord> records, IReadOnlyList<ZoneNotice> notices)
    {
        Name = name;
        Records = records;
        Notices = notices;
        Apexes = [.. records.Where(record => record.Type == DnsRecordType.SOA).Select(record => record.Owner).Distinct()];
        Check();
    }

    /// <summary>Its name, as it was given.</summary>
    public string Name { get; }

    /// <summary>The records, in order.</summary>
    public IReadOnlyList<ZoneRecord> Records { get; }

    /// <summary>The names with an SOA record: the zones that the file holds whole.</summary>
    public IReadOnlyList<DomainName> Apexes { get; }

    /// <summary>What a user should know of the file.</summary>
    public IReadOnlyList<ZoneNotice> Notices { get; }

    /// <summary>The records of a zone that stands in no file.</summary>
    /// <param name="name">How it is called in errors and traces.</param>
    /// <param name="records">The records.</param>
    /// <exception cref="ZoneFileException">A CNAME stands beside other records.</exception>
    public static ZoneFile Of(string name, IReadOnlyList<ZoneRecord> records) => new(name, records, []);

    /// <summary>Reads a file.</summary>
    /// <exception cref="ZoneFileException">Something is wrong with it.</exception>
    /// <exception cref="IOException">It can't be opened or read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public static ZoneFile Read(string path)
    {
        using var file = File.OpenRead(path);
        using var copy = new MemoryStream();
        var buffer = new byte[64 * 1024];
        // The length of a pipe is not known.
        for (int read; (read = file.Read(buffer)) > 0; copy.Write(buffer, 0, read))
            if (copy.Length + read > MaxSize) throw new ZoneFileException(path, 1, ZoneProblem.TooLarge, "", "");
        return Parse(copy.GetBuffer().AsSpan(0, (int)copy.Length), path);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text of the file, as octets.</param>
    /// <param name="name">How the file is called in errors and traces.</param>
    /// <exception cref="ZoneFileException">Something is wrong with it.</exception>
    public static ZoneFile Parse(ReadOnlySpan<byte> text, string name)
    {
        if (text.StartsWith((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf])) text = text[3..];
        var (records, notices) = new ZoneParser(Encoding.Latin1.GetString(text), name).Parse();
        return new ZoneFile(name, records, notices);
    }

    /// <summary>Reads a text.</summary>
    /// <exception cref="ZoneFileException">Something is wrong with it.</exception>
    public static ZoneFile Parse(string text, string name = "zone") => Parse(Encoding.UTF8.GetBytes(text), name);

    // RFC 2181, section 10.1: a CNAME is alone at its name.
    private void Check()
    {
        var aliases = new Dictionary<DomainName, DnsRecord>();
        foreach (var record in Records.Where(record => record.Type == DnsRecordType.CNAME))
            if (!aliases.TryAdd(record.Owner, record.Content) && aliases[record.Owner] != record.Content) throw Beside(record);
        foreach (var record in Records)
            if (record.Type != DnsRecordType.CNAME && aliases.ContainsKey(record.Owner)) throw Beside(record);
    }

    private ZoneFileException Beside(ZoneRecord record) => new(Name, record.Line, ZoneProblem.AliasBesideOthers, record.Owner.ToString(), "");
}
