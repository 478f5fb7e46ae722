using System.Globalization;
using Todoku.Knowledge;
using Todoku.Relay.Bounces.Incoming;
using Todoku.Relay.Bounces.ReturnPaths;
using Todoku.Relay.Delivery.Engine;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Relay.State;

namespace Todoku.Relay.Bounces.Suppression;

/// <summary>
/// The recipients that are not written to any more: what <see cref="SuppressionPolicy"/> put on the list, and what administrators did. Answers from memory;
/// every change is written at once. Safe for several threads.
/// </summary>
/// <param name="state">Where lines are kept.</param>
/// <param name="clock">The time.</param>
/// <param name="options">Limits.</param>
public sealed class SuppressionList(IRelayState state, SteadyClock clock, SuppressionOptions options) : IRecipientScreen
{
    private static readonly TimeSpan ForgetEvery = TimeSpan.FromDays(1);

    private readonly SuppressionTable _table = new();
    private readonly Lock _gate = new();
    private DateTimeOffset _forgotAt;

    /// <summary>How many lines there are, those that ended and are remembered among them.</summary>
    public int Count
    {
        get
        {
            lock (_gate) return _table.Count;
        }
    }

    /// <summary>Reads the lines, once at the beginning.</summary>
    public ValueTask<LoadOutcome> LoadAsync() => state.LoadAsync(SuppressionRow.Kind, row =>
    {
        if (SuppressionRow.Read(row) is not { } entry) return;
        lock (_gate)
        {
            if (_table.Count < options.MostEntries) _table.Put(SuppressionRow.KeyOf(entry.Address, entry.AuthorDomain), SuppressionSlot.Of(entry));
        }
    });

    /// <inheritdoc/>
    public ScreenedOut? Against(string recipient, QueuedEnvelope envelope)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        ArgumentNullException.ThrowIfNull(envelope);
        lock (_gate)
        {
            if (_table.Count == 0) return null;
        }
        if (SuppressionKey.Of(recipient) is not { } address) return null;
        if (Find(SuppressionRow.KeyOf(address, "")) is { } all) return Words(address, "", all);
        if (envelope.AuthorDomain is not { Length: > 0 } author) return null;
        var domain = SuppressionKey.DomainOf(author);
        return Find(SuppressionRow.KeyOf(address, domain)) is { } some && (some.Scope != SuppressionScope.AuthorDomainBulk || envelope.IsBulk) ? Words(address, domain, some) : null;
    }

    /// <summary>Draws what follows from a bounce.</summary>
    internal async ValueTask<SuppressionOutcome> LearnAsync(BounceReport report, SentRecord sent)
    {
        var earlier = SuppressionKey.Of(sent.Recipient) is { } address ? TimesOf(SuppressionRow.KeyOf(address, "")) : null;
        // A line that holds is not made longer by what was sent before it, nor does a bounce undo what an administrator wrote.
        if (earlier is { } slot && (slot.Until >= SuppressionSlot.Seconds(clock.Now) || slot.Reason == SuppressionReason.Manual)) return new SuppressionOutcome.None();
        return SuppressionPolicy.Of(report, sent, earlier?.Times ?? 0) is { } entry ? await PutAsync(entry).ConfigureAwait(false) : new SuppressionOutcome.None();
    }

    /// <summary>Draws what follows from a complaint.</summary>
    internal async ValueTask<SuppressionOutcome> LearnAsync(ComplaintReport report, SentRecord sent)
    {
        if (SuppressionPolicy.Of(report, sent) is not { } entry) return new SuppressionOutcome.None();
        // A complaint about all mail is not narrowed by a later one about bulk mail.
        if (TimesOf(SuppressionRow.KeyOf(entry.Address, entry.AuthorDomain)) is { Until: SuppressionSlot.Forever } slot && slot.Scope <= entry.Scope) return new SuppressionOutcome.None();
        return await PutAsync(entry).ConfigureAwait(false);
    }

    /// <summary>Puts a line on the list, in place of one for the same address and author domain.</summary>
    /// <param name="entry">The line; its address in any form.</param>
    public async ValueTask<SuppressionOutcome> AddAsync(SuppressionEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (SuppressionKey.Of(entry.Address) is not { } address) return new SuppressionOutcome.NoAddress();
        return await PutAsync(entry with { Address = address, AuthorDomain = entry.AuthorDomain.Length == 0 ? "" : SuppressionKey.DomainOf(entry.AuthorDomain) }).ConfigureAwait(false);
    }

    /// <summary>Takes a line away, with its memory of earlier times.</summary>
    /// <param name="address">The address in any form.</param>
    /// <param name="authorDomain">The author domain of the line; empty for the line about all mail.</param>
    public async ValueTask<SuppressionOutcome> RemoveAsync(string address, string authorDomain)
    {
        ArgumentNullException.ThrowIfNull(authorDomain);
        if (SuppressionKey.Of(address) is not { } known) return new SuppressionOutcome.NoAddress();
        var domain = authorDomain.Length == 0 ? "" : SuppressionKey.DomainOf(authorDomain);
        var key = SuppressionRow.KeyOf(known, domain);
        SuppressionSlot slot;
        lock (_gate)
        {
            if (!_table.TryGet(key, out slot)) return new SuppressionOutcome.NotThere();
            _table.Remove(key);
        }
        var entry = EntryOf(known, domain, slot);
        return await state.RemoveAsync(SuppressionRow.Kind, [key], CancellationToken.None).ConfigureAwait(false) is WriteOutcome.Failed failed
            ? new SuppressionOutcome.NotKept(entry, failed.Detail)
            : new SuppressionOutcome.Changed(entry);
    }

    /// <summary>Reads the lines that hold now, from the disk, in no order.</summary>
    /// <param name="isWanted">Whether a line is wanted.</param>
    /// <param name="most">The most lines that are given.</param>
    public async ValueTask<IReadOnlyList<SuppressionEntry>> ListAsync(Func<SuppressionEntry, bool> isWanted, int most)
    {
        ArgumentNullException.ThrowIfNull(isWanted);
        var now = clock.Now;
        var entries = new List<SuppressionEntry>();
        await state.LoadAsync(SuppressionRow.Kind, row =>
        {
            if (entries.Count < most && SuppressionRow.Read(row) is { } entry && (entry.Until is null || entry.Until >= now) && isWanted(entry)) entries.Add(entry);
        }).ConfigureAwait(false);
        return entries;
    }

    private async ValueTask<SuppressionOutcome> PutAsync(SuppressionEntry entry)
    {
        var key = SuppressionRow.KeyOf(entry.Address, entry.AuthorDomain);
        lock (_gate)
        {
            Forget();
            if (_table.Count >= options.MostEntries && !_table.TryGet(key, out _)) return new SuppressionOutcome.Full(options.MostEntries);
            _table.Put(key, SuppressionSlot.Of(entry));
        }
        return await state.PutAsync([SuppressionRow.Of(entry)], CancellationToken.None).ConfigureAwait(false) is WriteOutcome.Failed failed
            ? new SuppressionOutcome.NotKept(entry, failed.Detail)
            : new SuppressionOutcome.Changed(entry);
    }

    private void Forget()
    {
        var now = clock.Now;
        if (now - _forgotAt < ForgetEvery) return;
        _forgotAt = now;
        _table.Forget(SuppressionSlot.Seconds(now - SuppressionPolicy.Memory));
    }

    private SuppressionSlot? Find(string key) => TimesOf(key) is { } slot && slot.Until >= SuppressionSlot.Seconds(clock.Now) ? slot : null;

    private SuppressionSlot? TimesOf(string key)
    {
        lock (_gate) return _table.TryGet(key, out var slot) ? slot : null;
    }

    private static SuppressionEntry EntryOf(string address, string authorDomain, SuppressionSlot slot) => new()
    {
        Address = address,
        AuthorDomain = authorDomain,
        Scope = slot.Scope,
        Reason = slot.Reason,
        Evidence = "",
        Since = DateTimeOffset.FromUnixTimeSeconds(slot.Since),
        Until = slot.Until == SuppressionSlot.Forever ? null : DateTimeOffset.FromUnixTimeSeconds(slot.Until),
        Times = slot.Times,
    };

    private static ScreenedOut Words(string address, string authorDomain, SuppressionSlot slot)
    {
        var (cause, why) = slot.Reason switch
        {
            SuppressionReason.RecipientUnknown => (Cause.RecipientUnknown, "an earlier message came back because there is no such mailbox"),
            SuppressionReason.RecipientDisabled => (Cause.RecipientDisabled, "an earlier message came back because the mailbox is closed"),
            SuppressionReason.Complaint => (Cause.RecipientRefused, $"the recipient reported mail from {authorDomain} as spam"),
            _ => (Cause.RecipientRefused, "the administrator of this server stopped mail to it"),
        };
        var until = slot.Until == SuppressionSlot.Forever ? "" : $", until {Date(slot.Until)}";
        return new ScreenedOut(cause, $"not sent: {address} is on the suppression list since {Date(slot.Since)}{until}: {why}");
    }

    private static string Date(uint seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
