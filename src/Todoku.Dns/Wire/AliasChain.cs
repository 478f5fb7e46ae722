using Todoku.Mail;

namespace Todoku.Dns.Wire;

/// <summary>Follows the CNAMEs of one question, within an answer and over several (RFC 1034, section 3.6.2).</summary>
internal sealed class AliasChain(DnsQuestion question)
{
    private readonly List<DomainName> _aliases = [];
    private TimeSpan _least = TimeSpan.MaxValue;
    private bool _isAuthenticated = true;
    private string? _server;

    /// <summary>What to ask next.</summary>
    public DnsQuestion Next => question with { Name = Current };

    private DomainName Current => _aliases.Count == 0 ? question.Name : _aliases[^1];

    /// <summary>Takes the answer to <see cref="Next"/>.</summary>
    /// <param name="response">Its code is NOERROR or NXDOMAIN.</param>
    /// <param name="server">Who gave it.</param>
    /// <returns>The answer to the question; null when the name that the CNAMEs led to is still to be asked.</returns>
    public DnsAnswer? Take(DnsResponse response, string server)
    {
        // What several servers said together is vouched for by none of them.
        _isAuthenticated &= response.IsAuthenticated && (_server ??= server) == server;
        var before = _aliases.Count;
        while (true)
        {
            if (RecordsOf(response) is { Count: > 0 } records)
                return new DnsAnswer.Found(records, _least) { Aliases = [.. _aliases], IsAuthenticated = _isAuthenticated, AnsweredBy = server };
            if (Alias(response) is not { } alias) break;
            _least = TimeToLive.Least(_least, alias.TimeToLive);
            var target = ((DnsRecord.Name)alias.Content).Value;
            if (_aliases.Count == DnsLimits.Aliases || target.Equals(question.Name) || _aliases.Contains(target))
                return new DnsAnswer.Failed(DnsFailure.AliasLoop, server);
            _aliases.Add(target);
        }
        // RFC 2308, section 2.1: the code speaks of the last name.
        var time = TimeToLive.Least(_least, response.NegativeTimeToLive ?? TimeSpan.Zero);
        if (response.Code == ResponseCode.NameError) return new DnsAnswer.NoSuchDomain(time) { AnsweredBy = server };
        if (_aliases.Count > before && response.NegativeTimeToLive is null) return null;
        return new DnsAnswer.NoData(time) { AnsweredBy = server };
    }

    private List<DnsRecord> RecordsOf(DnsResponse response)
    {
        var found = new List<DnsRecord>();
        foreach (var record in response.Answers)
        {
            if (record.Type != question.Type || !record.Owner.Equals(Current)) continue;
            found.Add(record.Content);
            _least = TimeToLive.Least(_least, record.TimeToLive);
        }
        return found;
    }

    private ResourceRecord? Alias(DnsResponse response)
    {
        foreach (var record in response.Answers)
            if (record.Type == DnsRecordType.CNAME && record.Owner.Equals(Current)) return record;
        return null;
    }
}
