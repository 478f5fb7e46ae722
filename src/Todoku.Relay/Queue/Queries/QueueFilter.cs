using Todoku.Relay.Queue.Lanes;

namespace Todoku.Relay.Queue.Queries;

/// <summary>Tests entries against a query: first by what the scheduler knows, then by the envelope.</summary>
internal sealed class QueueFilter
{
    private const string DomainLane = "domain:";

    private readonly QueueQuery _query;
    private readonly string? _sender, _senderFlow, _recipientDomain;

    public QueueFilter(QueueQuery query)
    {
        _query = query;
        _sender = query.Sender?.ToLowerInvariant();
        if (_sender is not null) _senderFlow = _sender[(_sender.LastIndexOf('@') + 1)..] + "|";
        _recipientDomain = query.RecipientDomain?.TrimStart('@').ToLowerInvariant();
    }

    /// <summary>Whether the envelope must be read to know.</summary>
    public bool NeedsEnvelope => _sender is not null || _recipientDomain is not null;

    /// <summary>Whether an entry may be meant, by what the scheduler knows of it.</summary>
    public bool Passes(in EntryView view, DateTimeOffset now)
    {
        if (_query.Message is { } message && (view.Id.Message != message || (_query.Recipient is { } place && view.Id.Recipient != place))) return false;
        if (_query.Lane is { } lane && view.Lane != lane) return false;
        if (_query.State is { } state && view.State != state) return false;
        if (_query.Cause is { } cause && view.Cause != cause) return false;
        if (_query.LeastAge is { } age && now - view.AcceptedAt < age) return false;
        if (_senderFlow is not null && !view.Flow.Name.StartsWith(_senderFlow, StringComparison.Ordinal)) return false;
        var name = view.Lane.Name;
        return _recipientDomain is null || !name.StartsWith(DomainLane, StringComparison.Ordinal) || name.AsSpan(DomainLane.Length).Equals(_recipientDomain, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether an entry is meant, by its envelope.</summary>
    public bool Passes(QueueItem item)
    {
        if (_recipientDomain is not null && !DomainOf(item.Entry.Recipient.Address).Equals(_recipientDomain, StringComparison.OrdinalIgnoreCase)) return false;
        if (_sender is null) return true;
        var sender = item.Envelope.Sender;
        if (_sender.Length == 0) return sender.Length == 0;
        var isDomain = _sender.LastIndexOf('@') <= 0;
        return isDomain ? DomainOf(sender).Equals(_sender.AsSpan().TrimStart('@'), StringComparison.OrdinalIgnoreCase) : sender.Equals(_sender, StringComparison.OrdinalIgnoreCase);
    }

    private static ReadOnlySpan<char> DomainOf(string address) => address.AsSpan(address.LastIndexOf('@') + 1);
}
