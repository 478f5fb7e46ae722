using Todoku.Knowledge;

namespace Todoku.Diagnosis.Timeline;

/// <summary>
/// Which provider's timeline an attempt belongs to. Recognised by relay host first; a failure without a host goes where the mail
/// for that recipient domain was seen to go, so that a hosted domain's time-outs count for its provider.
/// </summary>
internal sealed class ProviderDirectory(IKnowledge knowledge, AnalyzerOptions options)
{
    /// <summary>Mailboxes, commands and filters of the sending host itself.</summary>
    public static readonly Provider Local = new("local", IsKnown: false, "This server's own mailboxes", "このサーバー自身のメールボックス");

    /// <summary>Everything beyond the limits.</summary>
    public static readonly Provider Others = new("others", IsKnown: false, "Other receivers, together", "その他の事業者（合計）");

    private readonly Dictionary<string, ProviderTimeline> _byId = new(StringComparer.Ordinal);
    private readonly NameTable<ProviderTimeline> _byRelay = new(options.MaxNames);
    private readonly NameTable<RecipientDomain> _domains = new(options.MaxNames);
    private int _groups;

    public IEnumerable<ProviderTimeline> All => _byId.Values;

    /// <summary>Whether a limit was hit and things were counted together.</summary>
    public bool IsFull { get; private set; }

    /// <summary>The timeline of a provider, made when it is new.</summary>
    public ProviderTimeline Of(Provider provider)
    {
        if (_byId.TryGetValue(provider.Id, out var timeline)) return timeline;
        // Providers with a file of their own and ours are few; only strangers' names are without number.
        if (_byId.Count >= options.MaxProviders && !provider.IsKnown && provider.Id != Others.Id && provider.Id != Local.Id)
        {
            IsFull = true;
            return Of(Others);
        }
        return _byId[provider.Id] = new ProviderTimeline(provider);
    }

    /// <summary>The timeline that mail through a relay host, or without one for a recipient domain, belongs to.</summary>
    public ProviderTimeline Of(ReadOnlySpan<byte> relayHost, RecipientDomain? domain, ReadOnlySpan<byte> recipientDomain)
    {
        if (relayHost.IsEmpty) return domain?.SeenAt ?? Of(domain?.ByName ?? knowledge.Identify([], [], recipientDomain));
        if (_byRelay.Find(relayHost) is { } known) return known;
        var timeline = Of(knowledge.Identify(relayHost, [], []));
        _byRelay.Add(relayHost, timeline);
        return timeline;
    }

    /// <summary>What is remembered of a recipient domain.</summary>
    public RecipientDomain? Domain(ReadOnlySpan<byte> recipientDomain)
    {
        if (recipientDomain.IsEmpty) return null;
        if (_domains.Find(recipientDomain) is { } found) return found;
        var added = new RecipientDomain(knowledge.Identify([], [], recipientDomain));
        _domains.Add(recipientDomain, added);
        return added;
    }

    /// <summary>The group of a cause at a provider; that of "others" when there are too many groups.</summary>
    public FailureGroup Group(ProviderTimeline timeline, Cause cause)
    {
        if (timeline.FindGroup(cause) is { } group) return group;
        if (_groups >= options.MaxGroups && timeline.Provider.Id != Others.Id && !timeline.Provider.IsKnown)
        {
            IsFull = true;
            return Group(Of(Others), cause);
        }
        _groups++;
        return timeline.Group(cause);
    }
}
