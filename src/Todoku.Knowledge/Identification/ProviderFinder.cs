using Todoku.Knowledge.Images;
using Todoku.Mail;

namespace Todoku.Knowledge.Identification;

/// <summary>Tells whose server it is: by relay host, then by the reply's own words, then by recipient domain.</summary>
internal sealed class ProviderFinder
{
    private readonly HostMatcher _relayHosts;
    private readonly HostMatcher _recipientDomains;
    private readonly Dictionary<string, int> _indexes;
    private readonly ProviderPool _pool = new();
    private readonly PublicSuffixList _suffixes;

    public ProviderFinder(KnowledgeImage image, PublicSuffixList suffixes)
    {
        _suffixes = suffixes;
        _relayHosts = new HostMatcher(image, image.RelayHosts);
        _recipientDomains = new HostMatcher(image, image.RecipientDomains);
        Known = [.. image.Providers.Span.ToArray().Select(record =>
            new Provider(image.Text(record.Id), true, image.Text(record.NameEnglish), image.Text(record.NameJapanese)) { Limits = LimitsOf(image, record) })];
        _indexes = Known.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index, StringComparer.Ordinal);
    }

    /// <summary>The providers with a file.</summary>
    public Provider[] Known { get; }

    /// <summary>The index of a provider with a file; -1 for any other.</summary>
    public int IndexOf(Provider provider) => provider.IsKnown && _indexes.TryGetValue(provider.Id, out var index) ? index : -1;

    /// <summary>The provider that a host belongs to; -1 when no file names it.</summary>
    public int ByHost(ReadOnlySpan<byte> host) => _relayHosts.Find(host);

    /// <summary>What is left when neither host nor words are known: the relay host's own domain, else who takes the recipient's mail.</summary>
    public Provider ByDomains(ReadOnlySpan<byte> host, ReadOnlySpan<byte> recipientDomain)
    {
        if (host.IsEmpty)
        {
            var known = _recipientDomains.Find(recipientDomain);
            if (known >= 0) return Known[known];
            host = recipientDomain;
        }
        return host.IsEmpty ? ProviderPool.Unknown : _pool.Get(_suffixes.OrganizationalDomain(host));
    }

    private static ProviderLimits? LimitsOf(KnowledgeImage image, in ProviderRecord record) => !record.HasLimits ? null : new ProviderLimits(
        Number(record.Connections), Number(record.MessagesPerConnection), Number(record.Recipients), Number(record.Rate), TimeSpan.FromSeconds(record.RateSeconds),
        image.Text(record.LimitsSource), image.Text(record.LimitsDate));

    private static int? Number(uint value) => value == 0 ? null : (int)value;
}
