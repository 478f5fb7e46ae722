using System.Net;
using System.Net.Sockets;
using Todoku.Diagnosis.Checks.Addresses;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Hosts;

/// <summary>What a Postfix host says of the mail that it sends. Null and empty are "not known".</summary>
public sealed record HostFacts
{
    /// <summary>The host's own name (myhostname).</summary>
    public DomainName? Name { get; init; }

    /// <summary>The domain of senders without one (myorigin).</summary>
    public DomainName? Origin { get; init; }

    /// <summary>The name said in HELO; null too when another host sends.</summary>
    public DomainName? HeloName { get; init; }

    /// <summary>The relay host that everything goes out through.</summary>
    public DomainName? RelayHost { get; init; }

    /// <summary>Its port; null for the usual one.</summary>
    public int? RelayPort { get; init; }

    /// <summary>The networks that the host relays for, its own loopback interface apart.</summary>
    public IReadOnlyList<IPNetwork> TrustedNetworks { get; init; } = [];

    /// <summary>The files of the certificate and of its key that Postfix shows to clients.</summary>
    public (string Certificate, string Key)? Certificate { get; init; }

    /// <summary>Whether mail may leave by another host, so that this one's addresses and names say nothing of it.</summary>
    public bool IsRelayed { get; init; }

    /// <summary>Whether Postfix may rewrite envelope senders, so that <see cref="Origin"/> is not what receivers see.</summary>
    public bool RewritesSenders { get; init; }

    /// <summary>Addresses that Postfix is told to send from, of the open internet.</summary>
    public IReadOnlyList<IPAddress> BoundAddresses { get; init; } = [];

    /// <summary>Address families that Postfix sends by.</summary>
    public IReadOnlyList<AddressFamily> Families { get; init; } = [];

    /// <summary>Domains that the host receives or signs mail for, its own names apart.</summary>
    public IReadOnlyList<DomainName> HostedDomains { get; init; } = [];

    /// <summary>Reads them; null when there is no Postfix here.</summary>
    public static async Task<HostFacts?> ReadAsync(IHost host, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(host);
        if (await PostfixSettings.ReadAsync(host, cancellationToken).ConfigureAwait(false) is not { } postfix) return null;
        // As it stands: localhost or web01 is what receivers would see.
        var name = DomainName.TryParse(postfix["myhostname"], out var said) ? said : null;
        var relay = RelayOf(postfix["relayhost"]);
        var isRelayed = relay is not null || postfix["sender_dependent_relayhost_maps"].Length > 0 || postfix["sender_dependent_default_transport_maps"].Length > 0;
        return new HostFacts
        {
            Name = name,
            Origin = NameOf(OriginOf(host, postfix["myorigin"])),
            HeloName = isRelayed ? null : DomainName.TryParse(postfix["smtp_helo_name"], out var helo) ? helo : name,
            RelayHost = relay is null || IsLocal(relay) || relay.Equals(name) ? null : relay,
            IsRelayed = isRelayed,
            RelayPort = PortOf(postfix["relayhost"]),
            TrustedNetworks = [.. postfix.List("mynetworks").Select(NetworkOf).OfType<IPNetwork>().Where(network => !IPAddress.IsLoopback(network.BaseAddress) && !network.BaseAddress.IsIPv4MappedToIPv6)],
            Certificate = (postfix["smtpd_tls_cert_file"], postfix["smtpd_tls_key_file"]) is ({ Length: > 0 } certificate, { Length: > 0 } key) ? (certificate, key) : null,
            RewritesSenders = postfix["sender_canonical_maps"].Length > 0 || postfix["canonical_maps"].Length > 0 || postfix["smtp_generic_maps"].Length > 0,
            BoundAddresses = isRelayed ? [] : Bound(postfix),
            Families = FamiliesOf(postfix.List("inet_protocols")),
            HostedDomains = Hosted(host, postfix),
        };
    }

    // Debian has the path of a file there.
    private static string OriginOf(IHost host, string value) =>
        value.StartsWith('/') ? host.ReadText(value)?.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0) ?? "" : value;

    // HOST, [HOST], HOST:PORT or [HOST]:PORT.
    private static DomainName? RelayOf(string value)
    {
        var text = value.AsSpan().Trim();
        if (text.StartsWith('[')) text = text[1..(text.IndexOf(']') is > 0 and var end ? end : text.Length)];
        else if (text.IndexOf(':') is >= 0 and var colon) text = text[..colon];
        return DomainName.TryParse(text, out var name) ? name : null;
    }

    // A name of a service (submission) is left to the reader.
    private static int? PortOf(string value) =>
        value[(value.IndexOf(']', StringComparison.Ordinal) + 1)..].Split(':') is [_, var port] && ushort.TryParse(port, out var number) && number > 0 ? number : null;

    // 192.0.2.0/24, [2001:db8::]/32, or an address; tables and exceptions (!...) are passed over.
    private static IPNetwork? NetworkOf(string text)
    {
        var plain = text.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        if (IPNetwork.TryParse(plain, out var network)) return network;
        return IPAddress.TryParse(plain, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8) : null;
    }

    private static bool IsLocal(DomainName name) =>
        name.ToString() is "localhost" || (IPAddress.TryParse(name.ToString(), out var address) && IPAddress.IsLoopback(address));

    // With one address of a family to listen at, Postfix sends from it, too (postconf(5), inet_interfaces).
    private static List<IPAddress> Bound(PostfixSettings postfix)
    {
        List<IPAddress> bound = [];
        var interfaces = postfix.List("inet_interfaces").Select(AddressOf).OfType<IPAddress>().Where(address => !IPAddress.IsLoopback(address)).ToArray();
        foreach (var (setting, family) in ((string, AddressFamily)[])[("smtp_bind_address", AddressFamily.InterNetwork), ("smtp_bind_address6", AddressFamily.InterNetworkV6)])
        {
            var address = AddressOf(postfix[setting]);
            if (address is null && interfaces.Where(one => one.AddressFamily == family).ToArray() is [var only]) address = only;
            if (address is not null && address.AddressFamily == family && GlobalAddress.Is(address)) bound.Add(address);
        }
        return bound;
    }

    private static IPAddress? AddressOf(string text) => IPAddress.TryParse(text.Trim('[', ']'), out var address) ? address : null;

    private static AddressFamily[] FamiliesOf(IReadOnlyList<string> protocols) =>
    [
        .. (AddressFamily[])(protocols.Count == 0 || protocols.Contains("all") || protocols.Contains("ipv4") ? [AddressFamily.InterNetwork] : []),
        .. (AddressFamily[])(protocols.Count == 0 || protocols.Contains("all") || protocols.Contains("ipv6") ? [AddressFamily.InterNetworkV6] : []),
    ];

    private static DomainName[] Hosted(IHost host, PostfixSettings postfix)
    {
        string[] lists = ["mydestination", "virtual_alias_domains", "virtual_mailbox_domains"];
        return [.. lists.SelectMany(postfix.List).Select(NameOf).Concat(SigningConfiguration.Read(host, null).Select(hint => hint.Domain)).OfType<DomainName>().Distinct()];
    }

    // A name of the open internet; tables (hash:/etc/...), localhost and the like are none.
    private static DomainName? NameOf(string? text) =>
        text is not null && DomainName.TryParse(text, out var name) && HostNameForm.HasHostCharacters(name) && !HostNameForm.IsUnqualified(name) && !HostNameForm.IsAddress(name)
        && !HostNameForm.IsPrivate(name) ? name : null;
}
