using System.Text;
using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Authentication.Tests.Dkim;

/// <summary>DNS that holds TXT records, and names that fail.</summary>
internal sealed class KeyZone : IDnsResolver
{
    private readonly Dictionary<DomainName, DnsAnswer> _answers = [];

    public KeyZone Add(string name, params string[] records)
    {
        _answers[DomainName.Parse(name)] = new DnsAnswer.Found([.. records.Select(text => new DnsRecord.Text(Encoding.Latin1.GetBytes(text), [text.Length]))], default);
        return this;
    }

    public KeyZone Add(string name, DnsAnswer answer)
    {
        _answers[DomainName.Parse(name)] = answer;
        return this;
    }

    public ValueTask<DnsAnswer> AskAsync(DomainName name, DnsRecordType type, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_answers.GetValueOrDefault(name, new DnsAnswer.NoSuchDomain(default)));
}
