using System.Net;
using System.Text;
using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Authentication.Tests.Spf;

/// <summary>DNS in memory: "NAME TYPE VALUE" a line; the types are A, AAAA, MX, PTR, TXT, CNAME, and ERROR with a <see cref="DnsFailure"/> or "never".</summary>
internal sealed class SpfZone : IDnsResolver
{
    private const int MaxAliases = 8;

    private readonly Dictionary<(DomainName, DnsRecordType), DnsAnswer> _answers = [];
    private readonly Dictionary<DomainName, List<(string Type, string Value)>> _records = [];
    private readonly HashSet<DomainName> _names = [];

    public SpfZone(string lines)
    {
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = line.Split(' ', 3);
            Add(parts[0], parts[1], parts.Length > 2 ? parts[2] : "");
        }
    }

    /// <summary>All questions, in order.</summary>
    public List<string> Questions { get; } = [];

    public SpfZone Add(string name, string type, string value)
    {
        if (!DomainName.TryParse(name, out var owner)) return this;
        if (!_records.TryGetValue(owner, out var list)) _records[owner] = list = [];
        list.Add((type, value));
        for (var above = owner; !above.IsRoot; above = above.Parent) _names.Add(above);
        return this;
    }

    public async ValueTask<DnsAnswer> AskAsync(DomainName name, DnsRecordType type, CancellationToken cancellationToken)
    {
        Questions.Add($"{name} {type}");
        if (_answers.TryGetValue((name, type), out var known)) return known;
        var answer = Answer(name, type);
        if (answer is null) await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        return _answers[(name, type)] = answer!;
    }

    private DnsAnswer? Answer(DomainName name, DnsRecordType type)
    {
        var aliases = new List<DomainName>();
        while (true)
        {
            if (!_records.TryGetValue(name, out var list)) return _names.Contains(name) ? new DnsAnswer.NoData(default) : new DnsAnswer.NoSuchDomain(default);
            var found = list.Where(record => record.Type == type.ToString()).Select(record => Read(type, record.Value)).ToArray();
            if (found.Length > 0) return new DnsAnswer.Found(found, default) { Aliases = aliases };
            if (list.Find(record => record.Type == "CNAME") is { Type: not null } alias)
            {
                name = NameOf(alias.Value);
                aliases.Add(name);
                if (aliases.Count > MaxAliases) return new DnsAnswer.Failed(DnsFailure.AliasLoop, "");
                continue;
            }
            if (list.Find(record => record.Type == "ERROR") is not { Type: not null } error) return new DnsAnswer.NoData(default);
            return error.Value == "never" ? null : new DnsAnswer.Failed(Enum.Parse<DnsFailure>(error.Value), "");
        }
    }

    private static DnsRecord Read(DnsRecordType type, string value) => type switch
    {
        DnsRecordType.A or DnsRecordType.AAAA => new DnsRecord.Address(IPAddress.Parse(value)),
        DnsRecordType.MX => new DnsRecord.MailExchanger(ushort.Parse(value.Split(' ')[0]), NameOf(value.Split(' ')[1])),
        DnsRecordType.PTR => new DnsRecord.Name(NameOf(value)),
        DnsRecordType.TXT => new DnsRecord.Text(Encoding.Latin1.GetBytes(value), [Math.Min(255, value.Length)]),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private static DomainName NameOf(string text) => text == "." ? DomainName.Root : DomainName.Parse(text);
}
