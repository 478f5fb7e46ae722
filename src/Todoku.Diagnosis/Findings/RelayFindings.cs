using System.Globalization;
using Todoku.Diagnosis.Timeline;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Findings;

/// <summary>
/// Says that all mail goes through one smart host: what receivers answered then stands in that host's log, and here only what it told us: at once, in its
/// replies, and later, in the notices that it sends back. Something to know, not something wrong.
/// </summary>
internal sealed class RelayFindings : IFindingSource
{
    /// <summary>The value that says how many notices came back from the smart host.</summary>
    public const string Notices = "relay_notices";

    private const double NearlyAll = 0.9;

    public void Find(FindingContext context)
    {
        var outside = context.Timeline.Providers.All.Where(provider => provider.Provider.Id != ProviderDirectory.Local.Id && provider.Attempts > 0).ToArray();
        if (outside.MaxBy(provider => provider.Attempts) is not { } relay) return;
        if (!SmartHosts.IsSmartHost(relay) || relay.Attempts < outside.Sum(provider => provider.Attempts) * NearlyAll) return;
        var failures = relay.Groups.MaxBy(group => group.Attempts);
        var notices = relay.RelayAddresses.Select(context.Timeline.RelayNotices.From).OfType<NoticesOfClient>().ToArray();
        var back = notices.Sum(client => client.Count);
        context.Drafts.Add(new FindingDraft
        {
            Kind = Situations.RelaySaysLater,
            Cause = failures?.Cause ?? Cause.Unknown,
            Provider = relay.Provider,
            IsCurrent = true,
            IsNote = true,
            Count = relay.Attempts - relay.Delivered + back,
            Messages = 0,
            Recipients = 0,
            First = context.Timeline.Span.First,
            Last = context.Timeline.Span.Last,
            Identity = new Identity { Relay = failures?.Relays.Top is { Length: > 0 } host ? host : relay.Provider.Id },
            Values = back == 0 ? [] : [new ReplyValue(Notices, back.ToString(CultureInfo.InvariantCulture))],
            Evidence = [.. failures?.Evidence.ToLines() ?? [], .. notices.SelectMany(client => client.Evidence.ToLines()).Take(2)],
            Article = context.Article(null, Situations.RelaySaysLater, failures?.Cause ?? Cause.Unknown, ""),
            FaultOverride = Fault.Nobody,
        });
    }
}
