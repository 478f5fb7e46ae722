using Todoku.Relay.Delivery.Engine;
using Todoku.Relay.Queue;
using Todoku.Smtp.Envelopes;

namespace Todoku.Relay.Bounces.ReturnPaths;

/// <summary>
/// Makes return paths and tells those that it made. It remembers nothing: what an address means is in the address, and whom it was sent to is kept by
/// <see cref="SentRegistry"/>.
/// </summary>
/// <param name="options">Domain and secrets.</param>
/// <param name="clock">The time.</param>
public sealed class ReturnPathMaker(ReturnPathOptions options, SteadyClock clock) : IReturnPaths
{
    // A day more: the day of an address is UTC's, and clocks differ.
    private readonly int _days = (int)Math.Ceiling(options.Lifetime.TotalDays) + 1;

    /// <summary>The domain.</summary>
    public string Domain => options.Domain;

    /// <inheritdoc/>
    public string For(EntryId entry, QueuedEnvelope envelope, string provider, string path)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        var domain = envelope.VerpDomain ?? options.Domain;
        return $"{new VerpAddress(entry, VerpAddress.DayOf(clock.Now)).Write(options.Secrets[0].Span, domain)}@{domain}";
    }

    /// <summary>Whether mail for this address is a bounce or a complaint that the relay reads.</summary>
    public bool IsOurs(Mailbox recipient) => IsForComplaints(recipient) || TryRead(recipient, out _);

    /// <summary>Whether it is the address to which providers send complaints.</summary>
    public bool IsForComplaints(Mailbox recipient)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        return IsOurDomain(recipient.Domain) && string.Equals(recipient.LocalPart, options.ComplaintMailbox, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Reads a return path.</summary>
    /// <returns>False when this relay did not make it, or made it too long ago.</returns>
    public bool TryRead(Mailbox address, out EntryId entry)
    {
        ArgumentNullException.ThrowIfNull(address);
        return TryRead(address.LocalPart, address.Domain, out entry);
    }

    /// <inheritdoc cref="TryRead(Mailbox, out EntryId)"/>
    public bool TryRead(ReadOnlySpan<char> localPart, string domain, out EntryId entry)
    {
        entry = default;
        if (!IsOurDomain(domain) || !VerpAddress.TryRead(localPart, options.Secrets, options.Domain, out var address)) return false;
        if (VerpAddress.DayOf(clock.Now) - address.Day > _days) return false;
        entry = address.Entry;
        return true;
    }

    private bool IsOurDomain(string domain) => string.Equals(domain, options.Domain, StringComparison.OrdinalIgnoreCase);
}
