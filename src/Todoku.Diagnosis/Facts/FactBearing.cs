using Todoku.Diagnosis.Checks;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Facts;

/// <summary>
/// Which points of the checklist bear on which cause of failures, and what a result then says about the reply.
/// <list type="table">
/// <item><term>problem, direct</term><description>confirms the reply.</description></item>
/// <item><term>problem, indirect; warning, direct; a listed neighbourhood or a small list beside a bad reputation</term><description>explains it.</description></item>
/// <item><term>pass of a deciding point, direct, no direct fault beside it</term><description>contradicts it. Deciding are the points that judge the whole matter (this address passes
/// SPF), not a part of it (a record exists).</description></item>
/// <item><term>else</term><description>no bearing: so is all that is not known.</description></item>
/// </list>
/// Points without a row here are not run at all: what a domain needs to receive mail says nothing about why its own is refused.
/// </summary>
internal static class FactBearing
{
    private static readonly Cause[] Judgements = [Cause.SpamContent, Cause.Policy, Cause.IpReputation, Cause.DomainReputation, Cause.RateLimited];

    private static readonly Row[] Rows =
    [
        new("spf", [Cause.SpfFail, Cause.Unauthenticated], [.. Judgements, Cause.DmarcFail, Cause.SenderRejected]),
        new("spf-syntax", [Cause.SpfFail, Cause.Unauthenticated], [.. Judgements, Cause.DmarcFail]),
        new("spf-address", [Cause.SpfFail, Cause.Unauthenticated], [.. Judgements, Cause.DmarcFail], IsDeciding: true),
        new("spf-lookups", [Cause.SpfFail, Cause.Unauthenticated], [Cause.DmarcFail]),
        new("dkim", [Cause.DkimFail], [.. Judgements, Cause.Unauthenticated, Cause.DmarcFail, Cause.ReturnPathMismatch]),
        new("dkim-alignment", [Cause.DmarcFail], [Cause.SpamContent, Cause.Policy], NeedsFrom: true),
        new("dmarc-alignment", [Cause.DmarcFail], [Cause.SpamContent, Cause.Policy, Cause.ReturnPathMismatch], IsDeciding: true, NeedsFrom: true),
        new("dmarc-reports", [], []),
        new("dmarc-organization", [], []),
        new("dmarc", [Cause.DmarcFail], [Cause.SpamContent, Cause.Policy, Cause.ReturnPathMismatch], NeedsFrom: true),
        new("return-path-alignment", [Cause.ReturnPathMismatch, Cause.DmarcFail], [Cause.SpamContent, Cause.Policy, Cause.Unauthenticated], NeedsFrom: true),
        new("return-path-domain", [Cause.SenderRejected], [Cause.SpamContent, Cause.Policy, Cause.ReturnPathMismatch]),
        new("sender-domain", [], [Cause.SenderRejected], NeedsFrom: true),
        new("ptr", [Cause.NoPtr], [.. Judgements, Cause.BadHelo]),
        new("ptr-forward", [Cause.NoPtr], [.. Judgements, Cause.BadHelo], IsDeciding: true),
        new("ptr-generic", [Cause.NoPtr], [.. Judgements, Cause.IpBlocklisted]),
        new("helo", [Cause.BadHelo], [Cause.NoPtr, Cause.SpamContent, Cause.Policy], IsDeciding: true),
        new("ip-blocklist", [Cause.IpBlocklisted], [Cause.IpReputation, Cause.SpamContent, Cause.Policy, Cause.RateLimited], IsDeciding: true),
        new("neighbours", [Cause.IpBlocklisted], [Cause.IpReputation, Cause.SpamContent, Cause.Policy, Cause.RateLimited]),
        new("domain-blocklist", [], [Cause.DomainReputation, Cause.ContentBlocked, Cause.SpamContent, Cause.Policy]),
    ];

    /// <summary>How a point bears on a cause.</summary>
    /// <param name="check">The point.</param>
    /// <param name="cause">The cause.</param>
    /// <param name="isFromKnown">Whether the log tells the From domain; else the points that compare with it would compare a guess.</param>
    public static Bearing Of(string check, Cause cause, bool isFromKnown = true)
    {
        if (RowOf(check) is not { } row || (row.NeedsFrom && !isFromKnown)) return Bearing.None;
        return row.Direct.Contains(cause) ? Bearing.Direct : row.Indirect.Contains(cause) ? Bearing.Indirect : Bearing.None;
    }

    /// <summary>Whether a pass of the point says that the whole matter is well now.</summary>
    public static bool IsDeciding(string check) => RowOf(check) is { IsDeciding: true };

    /// <summary>What a fault at a point says about the reply.</summary>
    public static FactRelation OfFault(CheckResult result, Bearing bearing) => (result.Status, bearing) switch
    {
        (_, Bearing.None) => FactRelation.NoBearing,
        (CheckStatus.Problem, Bearing.Direct) => FactRelation.Confirms,
        (CheckStatus.Problem, _) or (CheckStatus.Warning, Bearing.Direct) => FactRelation.Explains,
        (CheckStatus.Warning, _) when result.Check is "neighbours" or "ip-blocklist" or "ptr-generic" => FactRelation.Explains,
        _ => FactRelation.NoBearing,
    };

    // A family of points (dkim-key, dmarc-policy ...) shares the row of its name, unless one of them has its own.
    private static Row? RowOf(string check)
    {
        Row? family = null;
        foreach (var row in Rows)
        {
            if (row.Check == check) return row;
            if (row.Check is "dkim" or "dmarc" && check.StartsWith(row.Check + "-", StringComparison.Ordinal)) family = row;
        }
        return family;
    }

    private sealed record Row(string Check, Cause[] Direct, Cause[] Indirect, bool IsDeciding = false, bool NeedsFrom = false);
}
