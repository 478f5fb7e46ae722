using Todoku.Relay.Bounces.Suppression;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Queries;
using Todoku.Relay.Queue.Why;
using Todoku.Web.Control.Contract;

namespace Todoku.Web.Control;

/// <summary>Answers administrators from the parts of a relay in this process. It decides nothing: what is asked is what its parts are asked.</summary>
/// <param name="parts">The parts.</param>
public sealed class RelayControl(ControlParts parts) : IRelayControl
{
    private const int MaxLanes = 10_000;
    private const int MaxSuppressions = 10_000;

    /// <inheritdoc/>
    public Task<ControlAnswer<StatusAnswer>> StatusAsync(CancellationToken cancellation) => Of(new StatusAnswer
    {
        HostName = parts.HostName,
        Listening = parts.Listening,
        Queued = parts.Queue?.Count ?? 0,
        QueueFault = parts.Queue?.Health is { Fault: { } fault, Detail: var detail } ? $"{QueueLines.NameOf(fault)}: {detail}" : null,
    });

    /// <inheritdoc/>
    public Task<ControlAnswer<QueueListAnswer>> ListAsync(QueueSelector selector, int max, string? after, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(selector);
        if (parts.Queue is not { } queue) return NotRunning<QueueListAnswer>();
        if (max is < 1 or > QueueBrowser.MaxPage) return Of<QueueListAnswer>(ControlFaultKind.BadValue, $"max={max}: 1 to {QueueBrowser.MaxPage}");
        EntryId? from = null;
        if (after is not null)
        {
            if (SelectorReader.ReadId(after) is not (var message, { } recipient)) return Of<QueueListAnswer>(ControlFaultKind.BadId, after);
            from = new EntryId(message, recipient);
        }
        var (query, fault) = SelectorReader.Read(selector, parts.Knowledge);
        if (query is null) return Task.FromResult<ControlAnswer<QueueListAnswer>>(fault!);
        var page = new QueueBrowser(queue).List(query, max, from, cancellation);
        return Of(new QueueListAnswer([.. page.Items.Select(QueueLines.Of)], page.Next?.ToString()));
    }

    /// <inheritdoc/>
    public Task<ControlAnswer<MessageAnswer>> ShowAsync(string id, CancellationToken cancellation) =>
        Find(id, out var fault) is { } message ? Of(QueueLines.Of(message)) : Task.FromResult<ControlAnswer<MessageAnswer>>(fault!);

    /// <inheritdoc/>
    public Task<ControlAnswer<WhyAnswer>> WhyAsync(string id, CancellationToken cancellation)
    {
        if (Find(id, out var fault) is not { } message) return Task.FromResult<ControlAnswer<WhyAnswer>>(fault!);
        var why = new WhyWaiting(parts.Queue!, parts.Paths, parts.Shaper, parts.GiveUpAge);
        return Of(new WhyAnswer([.. message.Items.Select(item => QueueLines.Of(why.Of(item)))]));
    }

    /// <inheritdoc/>
    public Task<ControlAnswer<TraceAnswer>> TraceAsync(string id, CancellationToken cancellation)
    {
        if (parts.Traces is not { } traces) return NotRunning<TraceAnswer>();
        if (SelectorReader.ReadId(id) is not var (message, recipient)) return Of<TraceAnswer>(ControlFaultKind.BadId, id);
        var kept = traces.Of(message).Where(trace => recipient is not { } one || trace.Recipients.Contains(one));
        return Of(new TraceAnswer([.. kept.Select(trace => QueueLines.Of(message, trace))], traces.KeepsAll));
    }

    /// <inheritdoc/>
    public Task<ControlAnswer<ShapeAnswer>> ShapeAsync(int lanes, CancellationToken cancellation)
    {
        if (parts.Queue is not { } queue) return NotRunning<ShapeAnswer>();
        if (lanes is < 1 or > MaxLanes) return Of<ShapeAnswer>(ControlFaultKind.BadValue, $"lanes={lanes}: 1 to {MaxLanes}");
        var shape = new QueueBrowser(queue).Shape(lanes, cancellation);
        return Of(new ShapeAnswer([.. QueueShape.Ages.Select(age => (long)age.TotalSeconds)], [.. shape.Rows.Select(QueueLines.Of)], QueueLines.Of(shape.Sum)));
    }

    /// <inheritdoc/>
    public async Task<ControlAnswer<ChangeAnswer>> ChangeAsync(ChangeBody change, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (parts.Queue is not { } queue) return new ControlFault(ControlFaultKind.OnlyRunning, "");
        if (ChangeOf(change.Change) is not { } wish) return new ControlFault(ControlFaultKind.BadValue, $"change={change.Change}: hold, release, retry or drop");
        var selector = change.Selector ?? QueueSelector.All;
        if (SelectorReader.IsEmpty(selector) && !change.All) return new ControlFault(ControlFaultKind.NothingNamed, "");
        var (query, fault) = SelectorReader.Read(selector, parts.Knowledge);
        if (query is null) return fault!;
        var outcome = await new QueueBrowser(queue).ChangeAsync(query, wish, cancellation).ConfigureAwait(false);
        if (outcome.Failure is { } failure) return new ControlFault(ControlFaultKind.NotKept, $"{failure.Detail} ({outcome.Changed} of them were changed before)");
        return outcome.Matched == 0 && query.Message is not null ? new ControlFault(ControlFaultKind.NotQueued, selector.Id ?? "") : new ChangeAnswer(outcome.Changed, outcome.BeingSent, outcome.Matched);
    }

    /// <inheritdoc/>
    public async Task<ControlAnswer<SuppressionsAnswer>> SuppressionsAsync(string match, int max, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(match);
        if (parts.Suppressed is not { } list) return new ControlFault(ControlFaultKind.OnlyRunning, "");
        if (max is < 1 or > MaxSuppressions) return new ControlFault(ControlFaultKind.BadValue, $"max={max}: 1 to {MaxSuppressions}");
        var lines = await list.ListAsync(entry => Contains(entry.Address, match) || Contains(entry.AuthorDomain, match), max + 1).ConfigureAwait(false);
        return new SuppressionsAnswer([.. lines.Take(max).Select(SuppressionLines.Of).OrderBy(line => line.Address, StringComparer.Ordinal)], lines.Count > max);
    }

    /// <inheritdoc/>
    public async Task<ControlAnswer<SuppressionLine>> SuppressAsync(SuppressionBody line, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (parts.Suppressed is not { } list) return new ControlFault(ControlFaultKind.OnlyRunning, "");
        var (entry, fault) = SuppressionLines.Read(line, parts.Time.GetUtcNow());
        return entry is null ? fault! : Of(await list.AddAsync(entry).ConfigureAwait(false), entry.Address);
    }

    /// <inheritdoc/>
    public async Task<ControlAnswer<SuppressionLine>> UnsuppressAsync(string address, string authorDomain, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(authorDomain);
        if (parts.Suppressed is not { } list) return new ControlFault(ControlFaultKind.OnlyRunning, "");
        return Of(await list.RemoveAsync(address, authorDomain).ConfigureAwait(false), address);
    }

    /// <inheritdoc/>
    public Task<ControlAnswer<PathsAnswer>> PathsAsync(CancellationToken cancellation)
    {
        if (parts.Paths is not { } paths) return NotRunning<PathsAnswer>();
        var missing = paths.Unauthorized.Select(one => new UnauthorizedLine(one.Path, one.Sender?.ToString() ?? "", one.Why));
        return Of(new PathsAnswer([.. paths.List().Select(QueueLines.Of)], [.. missing]));
    }

    /// <inheritdoc/>
    public Task<ControlAnswer<PathRequestBody>> OpenPathAsync(PathRequestBody path, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (parts.Paths is not { } paths) return NotRunning<PathRequestBody>();
        if (string.IsNullOrEmpty(path.Provider) || string.IsNullOrEmpty(path.Path)) return Of<PathRequestBody>(ControlFaultKind.BadValue, "provider and path must be named");
        return paths.Open(path.Provider, path.Path) ? Of(path) : Of<PathRequestBody>(ControlFaultKind.NotBlocked, $"{path.Path} to {path.Provider}");
    }

    /// <inheritdoc/>
    public Task<ControlAnswer<LimitsAnswer>> LimitsAsync(CancellationToken cancellation) =>
        parts.Shaper is { } shaper ? Of(new LimitsAnswer(QueueLines.Of(shaper.List(), parts.Queue?.Lanes() ?? []))) : NotRunning<LimitsAnswer>();

    private ListedMessage? Find(string id, out ControlFault? fault)
    {
        fault = null;
        if (parts.Queue is not { } queue) fault = new ControlFault(ControlFaultKind.OnlyRunning, "");
        else if (SelectorReader.ReadId(id) is not var (number, recipient)) fault = new ControlFault(ControlFaultKind.BadId, id);
        else if (new QueueBrowser(queue).Find(number) is not { } message) fault = new ControlFault(ControlFaultKind.NotQueued, id);
        else if (recipient is null) return message;
        else if (message.Items.FirstOrDefault(item => item.Entry.Stored.Id.Recipient == recipient) is { } item) return message with { Items = [item] };
        else fault = new ControlFault(ControlFaultKind.NotQueued, id);
        return null;
    }

    private static ControlAnswer<SuppressionLine> Of(SuppressionOutcome outcome, string address) => outcome switch
    {
        SuppressionOutcome.Changed changed => SuppressionLines.Of(changed.Entry),
        SuppressionOutcome.NotKept lost => new ControlFault(ControlFaultKind.NotKept, lost.Detail),
        SuppressionOutcome.Full full => new ControlFault(ControlFaultKind.ListFull, $"{full.Most}"),
        SuppressionOutcome.NoAddress => new ControlFault(ControlFaultKind.BadAddress, address),
        _ => new ControlFault(ControlFaultKind.NotSuppressed, address),
    };

    private static QueueChange? ChangeOf(string? word) => word switch
    {
        "hold" => QueueChange.Hold,
        "release" => QueueChange.Release,
        "retry" => QueueChange.Retry,
        "drop" => QueueChange.Drop,
        _ => null,
    };

    private static bool Contains(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static Task<ControlAnswer<T>> Of<T>(T value) => Task.FromResult<ControlAnswer<T>>(value);

    private static Task<ControlAnswer<T>> Of<T>(ControlFaultKind kind, string detail) => Task.FromResult<ControlAnswer<T>>(new ControlFault(kind, detail));

    private static Task<ControlAnswer<T>> NotRunning<T>() => Of<T>(ControlFaultKind.OnlyRunning, "");
}
