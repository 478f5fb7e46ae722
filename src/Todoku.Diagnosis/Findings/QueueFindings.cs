using Todoku.Knowledge;

namespace Todoku.Diagnosis.Findings;

/// <summary>
/// Finds that the queue grows: it held more at the end of each quarter of the log's time than a quarter before, at least <see cref="MinGrowth"/> messages in
/// all and a tenth of all that came in. Growth alone may be a log that ends while much is on its way: at least a quarter of what waits must have
/// been put off, the rest may wait behind it. A consequence of what fails most; it explains nothing by itself.
/// </summary>
internal sealed class QueueFindings : IFindingSource
{
    private const int MinGrowth = 50;
    private const double ShareOfQueued = 0.1;
    private const double SharePutOff = 0.25;
    private const double ShareEnded = 0.1;

    public void Find(FindingContext context)
    {
        var queue = context.Timeline.Queue;
        var quarters = queue.Quarters();
        if (quarters.Count == 0 || LacksRemovals(context)) return;
        for (var i = 0; i < quarters.Count; i++)
        {
            if (quarters[i] <= (i == 0 ? 0 : quarters[i - 1])) return;
        }
        if (quarters[^1] < Math.Max(MinGrowth, queue.Queued * ShareOfQueued)) return;
        if (!context.Timeline.Pending.WasFull && context.Timeline.Pending.MessagesWaiting < quarters[^1] * SharePutOff) return;
        var main = context.Drafts.Where(draft => draft is { IsCurrent: true, IsNote: false }).MaxBy(draft => draft.Messages);
        if (main is not null) context.Drafts.Add(DraftOf(context, main, quarters[^1]));
    }

    // Deliveries ended, but nothing was ever removed: the lines were filtered out, and the log says nothing of the queue.
    private static bool LacksRemovals(FindingContext context)
    {
        var queue = context.Timeline.Queue;
        return queue.Removed == 0 && context.Timeline.Providers.All.Sum(provider => provider.Delivered + provider.Bounced) > queue.Queued * ShareEnded;
    }

    private static FindingDraft DraftOf(FindingContext context, FindingDraft main, long waiting) => new()
    {
        Kind = Situations.QueueGrowing,
        Cause = main.Cause,
        Provider = null,
        IsCurrent = true,
        Count = waiting,
        Messages = waiting,
        Recipients = main.Recipients,
        First = context.Timeline.Span.First,
        Last = context.Timeline.Span.Last,
        Identity = main.Identity,
        Values = [],
        Evidence = main.Evidence,
        Article = context.Article(null, Situations.QueueGrowing, main.Cause, ""),
        FaultOverride = main.Fault == Fault.Recipient ? Fault.Nobody : main.Fault,
    };
}
