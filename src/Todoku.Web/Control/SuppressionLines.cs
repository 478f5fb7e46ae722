using Todoku.Relay.Bounces.Suppression;
using Todoku.Web.Control.Contract;

namespace Todoku.Web.Control;

/// <summary>Writes lines of the suppression list as the contract has them, and reads them.</summary>
internal static class SuppressionLines
{
    private const int MaxNote = 500;
    private const int MaxAddress = 320;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(36_500);

    public static SuppressionLine Of(SuppressionEntry entry) => new()
    {
        Address = entry.Address,
        Scope = QueueLines.NameOf(entry.Scope),
        AuthorDomain = entry.AuthorDomain,
        Reason = QueueLines.NameOf(entry.Reason),
        Evidence = entry.Evidence,
        Since = entry.Since,
        Until = entry.Until,
        Times = entry.Times,
    };

    /// <summary>The line that is wished for; or what is wrong.</summary>
    public static (SuppressionEntry? Entry, ControlFault? Fault) Read(SuppressionBody body, DateTimeOffset now)
    {
        if (body.Address is not { Length: > 0 and <= MaxAddress } address || SuppressionKey.Of(address) is null) return (null, new ControlFault(ControlFaultKind.BadAddress, body.Address ?? ""));
        var domain = body.AuthorDomain ?? "";
        if (domain.Length > 0 && !Todoku.Mail.DomainName.TryParse(domain, out _)) return (null, new ControlFault(ControlFaultKind.BadDomain, domain));
        if (body.BulkOnly && domain.Length == 0) return (null, new ControlFault(ControlFaultKind.BadValue, "bulk_only wants author_domain"));
        if (body.Seconds is { } seconds && (seconds < 1 || seconds > Longest.TotalSeconds)) return (null, new ControlFault(ControlFaultKind.BadValue, $"seconds={seconds}"));
        if (body.Note is { Length: > MaxNote }) return (null, new ControlFault(ControlFaultKind.BadValue, $"note: at most {MaxNote} characters"));
        var entry = new SuppressionEntry
        {
            Address = address,
            Scope = domain.Length == 0 ? SuppressionScope.All : body.BulkOnly ? SuppressionScope.AuthorDomainBulk : SuppressionScope.AuthorDomain,
            AuthorDomain = domain,
            Reason = SuppressionReason.Manual,
            Evidence = body.Note ?? "",
            Since = now,
            Until = body.Seconds is { } length ? now + TimeSpan.FromSeconds(length) : null,
        };
        return (entry, null);
    }
}
