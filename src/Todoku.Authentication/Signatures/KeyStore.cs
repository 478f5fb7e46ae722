using System.Text;
using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Authentication.Signatures;

/// <summary>Asks for key records, and keeps those it has read, since reading a key costs more than using it.</summary>
/// <param name="resolver">Who is asked.</param>
public sealed class KeyStore(IDnsResolver resolver)
{
    /// <summary>The most records at one name that are tried (RFC 6376, section 6.1.2, lets a verifier try each).</summary>
    public const int MaxRecords = 8;

    private const int MaxKept = 512;
    private const int MaxKeptLength = 4096;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, KeyRecord> _kept = new(StringComparer.Ordinal);

    /// <summary>Asks for the records at a name.</summary>
    internal async ValueTask<(DnsAnswer Answer, IReadOnlyList<KeyRecord> Records)> AskAsync(DomainName name, CancellationToken cancellationToken)
    {
        var answer = await resolver.AskAsync(name, DnsRecordType.TXT, cancellationToken);
        if (answer is not DnsAnswer.Found found) return (answer, []);
        var records = new List<KeyRecord>(1);
        foreach (var record in found.Records)
        {
            if (record is DnsRecord.Text text && records.Count < MaxRecords) records.Add(Read(text.Value));
        }
        return (answer, records);
    }

    private KeyRecord Read(ReadOnlyMemory<byte> text)
    {
        if (text.Length > MaxKeptLength) return KeyRecord.Parse(text);
        var id = Encoding.Latin1.GetString(text.Span);
        lock (_lock)
        {
            if (_kept.TryGetValue(id, out var known)) return known;
        }
        var record = KeyRecord.Parse(text);
        lock (_lock)
        {
            if (_kept.Count >= MaxKept) _kept.Clear();
            _kept[id] = record;
        }
        return record;
    }
}
