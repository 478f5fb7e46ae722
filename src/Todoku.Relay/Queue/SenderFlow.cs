using Todoku.Mail;

namespace Todoku.Relay.Queue;

/// <summary>
/// Who shares a lane fairly with whom: mail of one sender domain, handed in by one submitter, bulk apart from the rest. A newsletter of a
/// hundred thousand messages and the password reset of the same web server are two flows, and each gets its turn.
/// </summary>
/// <param name="Name"><c>DOMAIN|SUBMITTER</c>, with <c>|bulk</c> behind it for bulk mail.</param>
public readonly record struct SenderFlow(string Name)
{
    private const int MaxLength = 320;

    /// <summary>The flow that a message belongs to.</summary>
    public static SenderFlow Of(QueuedEnvelope envelope)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        var at = envelope.Sender.LastIndexOf('@');
        var domain = at < 0 ? "" : envelope.Sender[(at + 1)..];
        var kind = envelope.SubmitterKind == SubmitterKind.Server ? "server" : envelope.Submitter;
        var name = envelope.IsBulk ? $"{domain}|{kind}|bulk" : $"{domain}|{kind}";
        name = name.ToLowerInvariant();
        return new SenderFlow(name.Length > MaxLength ? name[..MaxLength] : name);
    }

    /// <inheritdoc/>
    public override string ToString() => Name ?? "";
}
