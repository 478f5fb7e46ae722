using System.Globalization;
using Todoku.Diagnosis.Timeline;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Findings;

/// <summary>
/// Says how the ways out of a Todoku relay stand that a provider refused. As long as another way carries the mail that is something to know; when none is open,
/// mail is held, and somebody must act.
/// </summary>
internal sealed class PathFindings : IFindingSource
{
    /// <summary>Value: the name of the way out.</summary>
    public const string Path = "path";

    /// <summary>Value: when it is tested next.</summary>
    public const string Until = "until";

    /// <summary>Value: how often it was refused.</summary>
    public const string Refusals = "refusals";

    public void Find(FindingContext context)
    {
        foreach (var record in context.Timeline.Paths.All)
        {
            // That all are shut is told as long as it is so; after that the single ways tell enough.
            if (record is { Path.Length: 0, Kind: not PathChangeKind.Exhausted }) continue;
            context.Drafts.Add(DraftOf(context, record));
        }
    }

    private static FindingDraft DraftOf(FindingContext context, PathRecord record)
    {
        var kind = KindOf(record.Kind);
        var provider = ProviderOf(context, record.Provider);
        var cause = CauseOf(context, record);
        return new FindingDraft
        {
            Kind = kind,
            Cause = cause,
            Provider = provider,
            IsCurrent = record.Kind != PathChangeKind.Opened,
            IsNote = record.Kind != PathChangeKind.Exhausted,
            Count = record.Refusals,
            Messages = 0,
            Recipients = 0,
            First = record.Since,
            Last = record.Last,
            Identity = new Identity { Host = context.Timeline.Hosts.NameOf(record.Host) },
            Values = [.. ValuesOf(record)],
            Evidence = record.Evidence.ToLines(),
            Article = context.Article(provider, kind, cause, ""),
            FaultOverride = CauseTraits.DefaultFault(cause),
        };
    }

    // That all are shut has the cause of one that is refused; where none is, what lacks is a way that the configuration or the sender's domain allows.
    private static Cause CauseOf(FindingContext context, PathRecord record) => record.Path.Length > 0
        ? record.Cause
        : context.Timeline.Paths.All.Where(one => one.Host == record.Host && one.Path.Length > 0 && one.Kind == PathChangeKind.Suspended && (one.Provider == record.Provider || one.Provider.Length == 0))
            .Select(one => one.Cause).FirstOrDefault(one => one != Cause.Unknown, Cause.LocalConfig);

    private static IEnumerable<ReplyValue> ValuesOf(PathRecord record)
    {
        if (record.Path.Length > 0) yield return new ReplyValue(Path, record.Path);
        if (record.Kind is PathChangeKind.Suspended or PathChangeKind.Exhausted && record.Until > 0)
            yield return new ReplyValue(Until, new DateTime(record.Until).ToString("yyyy-MM-dd HH:mm' UTC'", CultureInfo.InvariantCulture));
        if (record is { Refusals: > 0, Path.Length: > 0 }) yield return new ReplyValue(Refusals, record.Refusals.ToString(CultureInfo.InvariantCulture));
    }

    private static string KindOf(PathChangeKind kind) => kind switch
    {
        PathChangeKind.Suspended => Situations.PathSuspended,
        PathChangeKind.Opening => Situations.PathOpening,
        PathChangeKind.Opened => Situations.PathReopened,
        PathChangeKind.Exhausted => Situations.NoPathOpen,
    };

    private static Provider? ProviderOf(FindingContext context, string id)
    {
        if (id.Length == 0) return null;
        return context.Timeline.Providers.All.FirstOrDefault(one => one.Provider.Id == id)?.Provider ?? new Provider(id, IsKnown: false, id, id);
    }
}
