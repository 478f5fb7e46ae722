using System.Globalization;
using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Queries;
using Todoku.Web.Control.Contract;

namespace Todoku.Web.Control;

/// <summary>Reads what selects entries of the queue.</summary>
internal static class SelectorReader
{
    private const int MaxLength = 320;

    /// <summary>The longest age that can be asked for.</summary>
    private static readonly TimeSpan LongestAge = TimeSpan.FromDays(3650);

    /// <summary>The query; or what is wrong.</summary>
    public static (QueueQuery? Query, ControlFault? Fault) Read(QueueSelector selector, KnowledgeBase knowledge)
    {
        var query = new QueueQuery();
        if (selector.Id is { } id)
        {
            if (ReadId(id) is not var (message, recipient)) return (null, new ControlFault(ControlFaultKind.BadId, Shown(id)));
            query = query with { Message = message, Recipient = recipient };
        }
        if (selector.Sender is { } sender)
        {
            if (sender.Length is 0 or > MaxLength) return (null, new ControlFault(ControlFaultKind.BadSender, Shown(sender)));
            query = query with { Sender = sender == "<>" ? "" : sender.Trim('<', '>') };
        }
        if (selector.Domain is { } domain)
        {
            if (!DomainName.TryParse(domain.TrimStart('@'), out var name)) return (null, new ControlFault(ControlFaultKind.BadDomain, Shown(domain)));
            query = query with { RecipientDomain = name.ToString() };
        }
        if (selector.Provider is { } provider)
        {
            if (LaneOf(provider, knowledge) is not { } lane) return (null, new ControlFault(ControlFaultKind.BadDomain, Shown(provider)));
            query = query with { Lane = lane };
        }
        if (selector.Cause is { } causeId)
        {
            if (!Causes.TryParse(causeId, out var cause)) return (null, new ControlFault(ControlFaultKind.BadCause, Shown(causeId)));
            query = query with { Cause = cause };
        }
        if (selector.State is { } word)
        {
            if (StateOf(word) is not { } state) return (null, new ControlFault(ControlFaultKind.BadState, Shown(word)));
            query = query with { State = state };
        }
        if (selector.OlderThan is { } seconds)
        {
            if (seconds < 0 || seconds > LongestAge.TotalSeconds) return (null, new ControlFault(ControlFaultKind.BadValue, $"older_than={seconds}"));
            query = query with { LeastAge = TimeSpan.FromSeconds(seconds) };
        }
        return (query, null);
    }

    /// <summary>Whether a selector names nothing.</summary>
    public static bool IsEmpty(QueueSelector selector) => selector == QueueSelector.All;

    /// <summary>Reads <c>1A2B3C</c> or <c>1A2B3C/2</c>; places of recipients from 0.</summary>
    public static (QueueId Message, int? Recipient)? ReadId(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (!QueueId.TryParse(slash < 0 ? text : text[..slash], out var message)) return null;
        if (slash < 0) return (message, null);
        return int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place is > 0 and <= EntryId.MaxRecipients ? (message, place - 1) : null;
    }

    // A lane as a list shows it, a provider that knowledge has, or a domain of its own.
    private static LaneKey? LaneOf(string provider, KnowledgeBase knowledge)
    {
        if (provider.Length > MaxLength * 8) return null;
        if (provider == "local" || provider.Contains(':', StringComparison.Ordinal)) return new LaneKey(provider);
        if (knowledge.Providers.Any(one => one.Id == provider)) return LaneKey.OfProvider(provider);
        return DomainName.TryParse(provider, out var domain) ? LaneKey.OfDomain(domain) : null;
    }

    private static EntryState? StateOf(string word) => word switch
    {
        "waiting" => EntryState.Waiting,
        "sending" => EntryState.Leased,
        "held" => EntryState.Held,
        _ => null,
    };

    private static string Shown(string text) => text.Length > 80 ? text[..80] : text;
}
