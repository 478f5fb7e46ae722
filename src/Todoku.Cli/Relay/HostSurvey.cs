using System.Net;
using System.Net.Sockets;
using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Checks.Addresses;
using Todoku.Diagnosis.Checks.Hosts;
using Todoku.Dns;
using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Relay.Configuration;
using Todoku.Relay.Configuration.Writing;
using SignersOfHost = Todoku.Diagnosis.Checks.Hosts.SigningConfiguration;
using SigningConfiguration = Todoku.Relay.Configuration.SigningConfiguration;

namespace Todoku.Cli.Relay;

/// <summary>
/// Puts together what a first configuration is written with, from what this host and DNS tell: Postfix's settings, the kernel's tables, the signers' keys,
/// the certificates of the host's name, and the reverse names of its addresses. Nobody is asked.
/// </summary>
internal sealed class HostSurvey(IHost host, IDnsResolver dns, Language language)
{
    private const int SmtpPort = 25;
    private const int OtherPort = 2525;
    private const string KeyFolder = "/etc/todoku/keys";

    private readonly List<(string From, string To)> _keys = [];

    /// <summary>Keys of other programs that the relay needs a copy of.</summary>
    public IReadOnlyList<(string From, string To)> KeysToCopy => _keys;

    /// <summary>The addresses that mail leaves from, as far as they can be seen.</summary>
    public IReadOnlyList<IPAddress> Addresses { get; private set; } = [];

    /// <summary>Finds it all out.</summary>
    public async Task<TemplateFacts> RunAsync(CancellationToken cancellation)
    {
        var postfix = await HostFacts.ReadAsync(host, cancellation);
        var source4 = Source(postfix, AddressFamily.InterNetwork);
        var source6 = Source(postfix, AddressFamily.InterNetworkV6);
        var name = Qualified(postfix?.HeloName) ?? Qualified(postfix?.Name) ?? Qualified(FirstLine("/etc/hostname")) ?? await ReverseAsync(source4, cancellation);
        Addresses = [.. new[] { source4, source6 }.OfType<IPAddress>()];
        var (hasName6, isKnown6) = await HasReverseAsync(source6, cancellation);
        return new TemplateFacts
        {
            Language = language,
            HostName = name,
            Postmaster = postfix?.Origin is { } origin ? $"postmaster@{origin}" : null,
            Port = ListeningPorts.Read(host).Contains(SmtpPort) ? OtherPort : SmtpPort,
            HasIPv6 = host.ReadText("/proc/net/if_inet6") is { Length: > 0 },
            TrustedNetworks = [.. (postfix?.TrustedNetworks ?? []).Where(network => network.PrefixLength > 0)],
            Certificate = Certificate(postfix, name),
            // Postfix's own choice is kept; else the system chooses, and the file stays right when the address changes.
            SourceIPv4 = Bound(postfix, AddressFamily.InterNetwork),
            SourceIPv6 = hasName6 ? Bound(postfix, AddressFamily.InterNetworkV6) : null,
            UsesIPv6 = source6 is null || hasName6 || !isKnown6,
            SmartHost = postfix?.RelayHost?.ToString(),
            SmartHostPort = postfix?.RelayPort ?? SmtpPort,
            Signing = Keys(),
        };
    }

    private static IPAddress? Bound(HostFacts? postfix, AddressFamily family) => postfix?.BoundAddresses.FirstOrDefault(address => address.AddressFamily == family);

    private IPAddress? Source(HostFacts? postfix, AddressFamily family)
    {
        if (postfix is { IsRelayed: true } || (postfix is not null && !postfix.Families.Contains(family))) return null;
        return (Bound(postfix, family) ?? host.SourceAddress(family)) is { } address && GlobalAddress.Is(address) ? new IPAddress(address.GetAddressBytes()) : null;
    }

    private static DomainName? Qualified(DomainName? name) => name is not null && !HostNameForm.IsUnqualified(name) && !HostNameForm.IsPrivate(name) ? name : null;

    private DomainName? FirstLine(string file) => DomainName.TryParse((host.ReadText(file) ?? "").Split('\n')[0].Trim(), out var name) ? name : null;

    private async Task<DomainName?> ReverseAsync(IPAddress? address, CancellationToken cancellation) =>
        address is not null && await dns.AskAsync(ReverseName.Of(address), DnsRecordType.PTR, cancellation) is DnsAnswer.Found { Records: [DnsRecord.Name name, ..] } ? name.Value : null;

    private async Task<(bool HasName, bool IsKnown)> HasReverseAsync(IPAddress? address, CancellationToken cancellation)
    {
        if (address is null) return (false, true);
        var answer = await dns.AskAsync(ReverseName.Of(address), DnsRecordType.PTR, cancellation);
        return (answer is DnsAnswer.Found, answer is not DnsAnswer.Failed);
    }

    // "snakeoil" is what Debian makes for every host; nobody would verify it.
    private CertificateFiles? Certificate(HostFacts? postfix, DomainName? name)
    {
        if (postfix?.Certificate is var (certificate, key) && !certificate.Contains("snakeoil", StringComparison.Ordinal)) return new CertificateFiles(certificate, key);
        var folder = $"/etc/letsencrypt/live/{name}";
        return name is not null && host.ReadText($"{folder}/fullchain.pem") is not null ? new CertificateFiles($"{folder}/fullchain.pem", $"{folder}/privkey.pem") : null;
    }

    private List<SigningConfiguration> Keys()
    {
        var keys = new List<SigningConfiguration>();
        foreach (var hint in SignersOfHost.Read(host, null).Where(hint => hint.Origin == SelectorOrigin.Configuration && hint.KeyFile.Length > 0))
        {
            var file = $"{KeyFolder}/{hint.Domain}.{hint.Selector}.pem";
            if (keys.Exists(key => key.KeyFile == file)) continue;
            _keys.Add((hint.KeyFile, file));
            keys.Add(new SigningConfiguration { AuthorDomains = [hint.Domain], Selector = hint.Selector, KeyFile = file });
        }
        return keys;
    }
}
