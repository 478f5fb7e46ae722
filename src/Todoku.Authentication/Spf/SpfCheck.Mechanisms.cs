using System.Diagnostics;
using System.Net;
using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Authentication.Spf;

// The mechanisms (RFC 7208, section 5).
internal sealed partial class SpfCheck
{
    private List<DomainName>? _clientNames;
    private bool _hasNoPointer;

    private SpfMatch MatchIp(SpfTerm.Ip ip)
    {
        var isMatch = values.Client.IsIn(ip.Network);
        if (trace is null) return new SpfMatch(isMatch, null);
        return new SpfMatch(isMatch, ip.Network.IsIPv4 == values.Client.IsIPv4 ? new SpfEvidence.Network(ip.Network) : new SpfEvidence.OtherFamily(ip.Network));
    }

    private async ValueTask<SpfMatch> MatchAsync(SpfTerm.Mechanism mechanism, SpfHostContext host)
    {
        var domain = mechanism switch
        {
            SpfTerm.Include include => include.Domain,
            SpfTerm.Exists exists => exists.Domain,
            SpfTerm.A a => a.Domain,
            SpfTerm.Mx mx => mx.Domain,
            SpfTerm.Ptr ptr => ptr.Domain,
            _ => throw new UnreachableException(),
        };
        // A local part that is not ASCII can't be part of a name: the term matches nothing (RFC 8616, section 4).
        if (!_isLocalPartAscii && domain is { UsesLocalPart: true }) return new SpfMatch(false, new SpfEvidence.LocalPartNotAscii());
        if (mechanism is SpfTerm.Include other) return await IncludeAsync(host, other);
        var target = domain is null ? new TargetName(host.Domain, host.Name) : await TargetAsync(domain, host);
        // A name that DNS can't carry has no records (section 4.8 leaves it open).
        if (target.Name is not { } name) return new SpfMatch(false, trace is null ? null : new SpfEvidence.MalformedName(target.Text));
        return mechanism switch
        {
            SpfTerm.A a => await MatchAddressesAsync(a, host, name),
            SpfTerm.Mx mx => await MatchExchangersAsync(mx, host, name),
            SpfTerm.Exists exists => await MatchExistsAsync(exists, host, name),
            SpfTerm.Ptr ptr => await MatchPointersAsync(ptr, host, name),
            _ => throw new UnreachableException(),
        };
    }

    private async ValueTask<SpfMatch> MatchAddressesAsync(SpfTerm.A term, SpfHostContext host, DomainName name)
    {
        var answer = await questions.AskAsync(name, AddressType);
        if (Trouble(answer, host, term, name, AddressType) is { } ends) return ends;
        var isMatch = HasMatch(answer, term.PrefixLength4, term.PrefixLength6);
        if (trace is null) return new SpfMatch(isMatch, null);
        return new SpfMatch(isMatch, new SpfEvidence.Addresses(name.ToString(), HostsOf(name, answer), Compared(term.PrefixLength4, term.PrefixLength6)));
    }

    private async ValueTask<SpfMatch> MatchExchangersAsync(SpfTerm.Mx term, SpfHostContext host, DomainName name)
    {
        var answer = await questions.AskAsync(name, DnsRecordType.MX);
        if (Trouble(answer, host, term, name, DnsRecordType.MX) is { } ends) return ends;
        var hosts = trace is null ? null : new List<SpfHost>();
        var isMatch = false;
        if (answer is DnsAnswer.Found found)
        {
            // Over the limit is an error however few of them would be needed (section 4.6.4).
            if (found.Records.Count > SpfLimits.MailExchangers)
                return SpfMatch.Ends(SpfVerdict.PermError, new SpfReason.TooManyMailExchangers(host.Domain, term, name.ToString(), found.Records.Count));
            foreach (var record in InOrder(found.Records))
            {
                // A null MX says that there is none (RFC 7505).
                if (record is not DnsRecord.MailExchanger exchanger || exchanger.Host.IsRoot) continue;
                var addresses = await questions.AskAsync(exchanger.Host, AddressType);
                if (Trouble(addresses, host, term, exchanger.Host, AddressType) is { } stops) return stops;
                hosts?.AddRange(HostsOf(exchanger.Host, addresses));
                isMatch = HasMatch(addresses, term.PrefixLength4, term.PrefixLength6);
                if (isMatch) break;
            }
        }
        if (hosts is null) return new SpfMatch(isMatch, null);
        return new SpfMatch(isMatch, new SpfEvidence.Addresses(name.ToString(), hosts, Compared(term.PrefixLength4, term.PrefixLength6)));
    }

    private async ValueTask<SpfMatch> MatchExistsAsync(SpfTerm.Exists term, SpfHostContext host, DomainName name)
    {
        // A, also for a client with an IPv6 address (section 5.7).
        var answer = await questions.AskAsync(name, DnsRecordType.A);
        if (Trouble(answer, host, term, name, DnsRecordType.A) is { } ends) return ends;
        var isMatch = answer is DnsAnswer.Found;
        return new SpfMatch(isMatch, trace is null ? null : new SpfEvidence.Existence(name.ToString(), isMatch));
    }

    private async ValueTask<SpfMatch> MatchPointersAsync(SpfTerm.Ptr term, SpfHostContext host, DomainName target)
    {
        var names = await ClientNamesAsync();
        if (_hasNoPointer && CountVoid(host, term) is { } ends) return ends;
        var isMatch = names.Exists(name => name.IsWithin(target));
        return new SpfMatch(isMatch, trace is null ? null : new SpfEvidence.ClientNames(target.ToString(), [.. names.Select(name => name.ToString())]));
    }

    // The names of the client that lead back to it (section 5.5). Trouble with DNS means that there is none, or one less; and as the client's owner
    // made them, not the sender's domain, those that lead nowhere are not held against the domain.
    private async ValueTask<List<DomainName>> ClientNamesAsync()
    {
        if (_clientNames is not null) return _clientNames;
        _clientNames = [];
        if (MacroExpander.ToName(values.Client.ReverseName()) is not { } reverse) return _clientNames;
        var answer = await questions.AskAsync(reverse, DnsRecordType.PTR);
        _hasNoPointer = answer is DnsAnswer.NoData or DnsAnswer.NoSuchDomain;
        if (answer is not DnsAnswer.Found found) return _clientNames;
        var names = found.Records.Take(SpfLimits.ClientNames).OfType<DnsRecord.Name>().Select(record => record.Value).Where(name => !name.IsRoot).ToArray();
        // All at once: some dead servers of the client's must not use up the time of the check.
        var answers = await Task.WhenAll(names.Select(name => questions.AskAsync(name, AddressType).AsTask()));
        _clientNames.AddRange(names.Where((_, i) => HasMatch(answers[i], 32, 128)));
        return _clientNames;
    }

    // Macro p: the domain itself, else a name below it, else any, else "unknown" (section 7.3).
    private async ValueTask<string> ClientNameAsync(SpfHostContext host)
    {
        var names = await ClientNamesAsync();
        var best = names.Find(name => name.Equals(host.Name)) ?? names.Find(name => name.IsWithin(host.Name)) ?? names.FirstOrDefault();
        return best?.ToString() ?? "unknown";
    }

    private ValueTask<TargetName> TargetAsync(MacroString domain, SpfHostContext host)
    {
        if (domain.Fixed is { } target) return new ValueTask<TargetName>(target);
        return domain.UsesClientName ? WithClientNameAsync(domain, host) : new ValueTask<TargetName>(MacroExpander.ExpandName(domain, values, host.Domain, ""));
    }

    private async ValueTask<TargetName> WithClientNameAsync(MacroString domain, SpfHostContext host) =>
        MacroExpander.ExpandName(domain, values, host.Domain, await ClientNameAsync(host));

    // What an answer means for the whole check: an error, or nothing once too often.
    private SpfMatch? Trouble(DnsAnswer answer, SpfHostContext host, SpfTerm term, DomainName name, DnsRecordType type) => answer switch
    {
        DnsAnswer.Found => null,
        DnsAnswer.Failed failed => SpfMatch.Ends(SpfVerdict.TempError, new SpfReason.DnsFailed(host.Domain, term, name.ToString(), type, failed.Failure)),
        _ => CountVoid(host, term),
    };

    private SpfMatch? CountVoid(SpfHostContext host, SpfTerm term) =>
        ++VoidLookups > SpfLimits.VoidLookups ? SpfMatch.Ends(SpfVerdict.PermError, new SpfReason.TooManyVoidLookups(host.Domain, term)) : null;

    private bool HasMatch(DnsAnswer answer, int prefixLength4, int prefixLength6)
    {
        if (answer is not DnsAnswer.Found found) return false;
        var addresses = found.Records;
        for (var i = 0; i < addresses.Count; i++)
        {
            if (addresses[i] is DnsRecord.Address address && values.Client.Matches(address.Value, prefixLength4, prefixLength6)) return true;
        }
        return false;
    }

    private int Compared(int prefixLength4, int prefixLength6) => values.Client.IsIPv4 ? prefixLength4 : prefixLength6;

    private static SpfHost[] HostsOf(DomainName name, DnsAnswer answer) => [new SpfHost(name.ToString(), AddressesOf(answer))];

    private static IPAddress[] AddressesOf(DnsAnswer answer) =>
        answer is DnsAnswer.Found found ? [.. found.Records.OfType<DnsRecord.Address>().Select(record => record.Value)] : [];

    private static IEnumerable<DnsRecord> InOrder(IReadOnlyList<DnsRecord> records) =>
        records.Count == 1 ? records : records.OrderBy(record => record is DnsRecord.MailExchanger exchanger ? exchanger.Preference : 0);
}
