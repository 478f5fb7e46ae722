using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Authentication.Signatures;

/// <summary>Asks for key records (RFC 6376, section 3.6.2).</summary>
/// <param name="resolver">Who is asked.</param>
/// <param name="cache">Keeps what was read; may serve many stores.</param>
public sealed class KeyStore(IDnsResolver resolver, KeyCache cache)
{
    /// <summary>The most records at one name that are tried (RFC 6376, section 6.1.2, lets a verifier try each).</summary>
    public const int MaxRecords = 8;

    /// <summary>With a cache of its own.</summary>
    public KeyStore(IDnsResolver resolver)
        : this(resolver, new KeyCache())
    {
    }

    /// <summary>Asks for the records at a name.</summary>
    internal async ValueTask<(DnsAnswer Answer, IReadOnlyList<KeyRecord> Records)> AskAsync(DomainName name, CancellationToken cancellationToken)
    {
        var answer = await resolver.AskAsync(name, DnsRecordType.TXT, cancellationToken);
        if (answer is not DnsAnswer.Found found) return (answer, []);
        var records = new List<KeyRecord>(1);
        foreach (var record in found.Records)
        {
            if (record is DnsRecord.Text text && records.Count < MaxRecords) records.Add(cache.Read(text.Value));
        }
        return (answer, records);
    }
}
