using Todoku.Dns;
using Todoku.Dns.Caching;
using Todoku.Dns.Zones;
using Todoku.Mail;

namespace Todoku.Bench;

/// <summary>A thousand names whose TXT records the cache of DNS has kept.</summary>
internal sealed class KeptAnswers
{
    private readonly CachingResolver _cache;

    private KeptAnswers(CachingResolver cache, DomainName[] names)
    {
        _cache = cache;
        Names = names;
    }

    /// <summary>The names.</summary>
    public DomainName[] Names { get; }

    /// <summary>Fills the cache out of a zone.</summary>
    public static async Task<KeptAnswers> MakeAsync()
    {
        var hosts = Enumerable.Range(0, 1000).Select(number => $"host{number}.example.com").ToArray();
        var zone = ZoneFile.Parse(string.Concat(hosts.Select(host => $"{host}. 3600 TXT \"v=spf1 -all\"\n")));
        var answers = new KeptAnswers(new CachingResolver(new ZoneResolver([zone], null), TimeProvider.System), [.. hosts.Select(DomainName.Parse)]);
        foreach (var name in answers.Names) await answers._cache.AskAsync(name, DnsRecordType.TXT, CancellationToken.None);
        return answers;
    }

    /// <summary>Asks for a name.</summary>
    public void Ask(DomainName name)
    {
        var asking = _cache.AskAsync(name, DnsRecordType.TXT, CancellationToken.None);
        if (!asking.IsCompletedSuccessfully || asking.Result is not DnsAnswer.Found) throw new InvalidOperationException("The answer was not kept.");
    }
}
