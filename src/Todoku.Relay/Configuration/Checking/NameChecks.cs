using System.Net;
using System.Net.Sockets;
using System.Text;
using Todoku.Authentication.Dkim;
using Todoku.Authentication.Signatures;
using Todoku.Dns;
using Todoku.Mail;
using Todoku.Relay.Routing.Paths;

namespace Todoku.Relay.Configuration.Checking;

/// <summary>What DNS has to say: the names of sending addresses, the keys, where bounces go.</summary>
/// <param name="configuration">The configuration.</param>
/// <param name="seams">The world.</param>
internal sealed class NameChecks(RelayConfiguration configuration, CheckSeams seams)
{
    /// <summary>The name said in EHLO against the names of the addresses, for each path; and whether smart hosts are found.</summary>
    public async Task<IReadOnlyList<ConfigurationFact>> PathsAsync(CancellationToken cancellation)
    {
        var checks = new List<Task<ConfigurationFact>>();
        var facts = new List<ConfigurationFact>();
        foreach (var path in configuration.Paths)
        {
            if (path is RelayPath.SmartHost smart && !IPAddress.TryParse(smart.Host, out _)) checks.Add(SmartHostAsync(smart, cancellation));
            if (path is not RelayPath.Direct direct || !DomainName.TryParse(direct.HelloName, out var name)) continue;
            var addresses = Addresses(direct);
            if (addresses.Count == 0) facts.Add(new ConfigurationFact.AddressUnknown(path.Name));
            checks.AddRange(addresses.Select(address => AddressAsync(path.Name, address, name, cancellation)));
        }
        facts.AddRange(await Task.WhenAll(checks).ConfigureAwait(false));
        return facts;
    }

    /// <summary>The keys that mail is signed with.</summary>
    public async Task<IReadOnlyList<ConfigurationFact>> KeysAsync(CancellationToken cancellation)
    {
        var checks = new List<Task<ConfigurationFact>>();
        foreach (var signing in configuration.Signing)
        {
            if (Record(signing.KeyFile) is not { } record) continue;
            foreach (var domain in signing.SigningDomain is { } signer ? [signer] : signing.AuthorDomains)
                if (domain.TryPrepend($"{signing.Selector}._domainkey", out var name)) checks.Add(KeyAsync(name, record, cancellation));
        }
        return await Task.WhenAll(checks).ConfigureAwait(false);
    }

    /// <summary>Where bounces go.</summary>
    public async Task<IReadOnlyList<ConfigurationFact>> BouncesAsync(CancellationToken cancellation)
    {
        if (configuration.Bounces is not { Domain: var domain }) return [];
        var answer = await seams.Dns.AskAsync(domain, DnsRecordType.MX, cancellation).ConfigureAwait(false);
        if (answer is DnsAnswer.Failed) return [new ConfigurationFact.BouncesUnknown(domain)];
        IReadOnlyList<DomainName> hosts = answer is DnsAnswer.Found found ? [.. found.Records.OfType<DnsRecord.MailExchanger>().OrderBy(one => one.Preference).Select(one => one.Host)] : [];
        return [hosts.Contains(configuration.HostName) ? new ConfigurationFact.BouncesComeHere(domain) : new ConfigurationFact.BouncesGoElsewhere(domain, hosts, configuration.HostName)];
    }

    private static string? Record(string file)
    {
        try
        {
            using var key = PrivateKey.Read(File.ReadAllText(file, Encoding.UTF8), out _);
            return key is null ? null : DkimKeyText.Value(key);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private List<IPAddress> Addresses(RelayPath.Direct path)
    {
        if (path.SendingAddresses.Count > 0) return [.. path.SendingAddresses];
        var addresses = new List<IPAddress>();
        foreach (var (given, isUsed, family) in new[] { (path.SourceIPv4, path.UsesIPv4, AddressFamily.InterNetwork), (path.SourceIPv6, path.UsesIPv6, AddressFamily.InterNetworkV6) })
        {
            // An inner address becomes another on its way.
            if (isUsed && (given ?? seams.Source(family)) is { } address && seams.IsGlobal(address)) addresses.Add(address);
        }
        return addresses;
    }

    private async Task<ConfigurationFact> AddressAsync(string path, IPAddress address, DomainName hello, CancellationToken cancellation)
    {
        var reverse = await seams.Dns.AskAsync(ReverseName.Of(address), DnsRecordType.PTR, cancellation).ConfigureAwait(false);
        if (reverse is DnsAnswer.Failed) return new ConfigurationFact.NameUnknown(path, address);
        if (reverse is not DnsAnswer.Found found) return new ConfigurationFact.NoReverseName(path, address, hello);
        IReadOnlyList<DomainName> names = [.. found.Records.OfType<DnsRecord.Name>().Select(record => record.Value)];
        if (!names.Contains(hello)) return new ConfigurationFact.OtherReverseName(path, address, names, hello);
        var type = address.AddressFamily == AddressFamily.InterNetworkV6 ? DnsRecordType.AAAA : DnsRecordType.A;
        return await seams.Dns.AskAsync(hello, type, cancellation).ConfigureAwait(false) switch
        {
            DnsAnswer.Found forward when forward.Records.OfType<DnsRecord.Address>().Any(record => record.Value.Equals(address)) => new ConfigurationFact.NameConfirmed(path, address, hello),
            DnsAnswer.Failed => new ConfigurationFact.NameUnknown(path, address),
            _ => new ConfigurationFact.NameLeadsElsewhere(path, address, hello),
        };
    }

    private async Task<ConfigurationFact> KeyAsync(DomainName name, string record, CancellationToken cancellation)
    {
        switch (await seams.Dns.AskAsync(name, DnsRecordType.TXT, cancellation).ConfigureAwait(false))
        {
            case DnsAnswer.Failed:
                return new ConfigurationFact.KeyUnknown(name);
            case DnsAnswer.Found found:
                var wanted = KeyRecord.Parse(Encoding.ASCII.GetBytes(record));
                return found.Records.OfType<DnsRecord.Text>().Any(text => KeyRecord.Parse(text.Value).HoldsSameKey(wanted))
                    ? new ConfigurationFact.KeyPublished(name)
                    : new ConfigurationFact.KeyDiffers(name, record);
            default:
                return new ConfigurationFact.KeyMissing(name, record);
        }
    }

    private async Task<ConfigurationFact> SmartHostAsync(RelayPath.SmartHost path, CancellationToken cancellation)
    {
        if (!DomainName.TryParse(path.Host, out var host)) return new ConfigurationFact.SmartHostNotFound(path.Name, path.Host);
        var answers = await Task.WhenAll(
            seams.Dns.AskAsync(host, DnsRecordType.A, cancellation).AsTask(), seams.Dns.AskAsync(host, DnsRecordType.AAAA, cancellation).AsTask()).ConfigureAwait(false);
        return answers.Any(answer => answer is DnsAnswer.Found) || path.Host == "localhost"
            ? new ConfigurationFact.SmartHostFound(path.Name, path.Host)
            : new ConfigurationFact.SmartHostNotFound(path.Name, path.Host);
    }
}
