using Todoku.Knowledge;

namespace Todoku.Diagnosis.Findings;

/// <summary>
/// What the server complains of about itself, unless failed attempts already show the same cause; and what it refused to take, when the log
/// holds no delivery at all.
/// </summary>
internal sealed class WarningFindings : IFindingSource
{
    public void Find(FindingContext context)
    {
        foreach (var group in context.Timeline.OwnWarnings.Groups)
        {
            if (context.Drafts.Exists(draft => draft.Cause == group.Cause)) continue;
            context.Drafts.Add(context.DraftOf(group, group.Cause.Id, group.Cause, null, isCurrent: true));
        }
        if (context.Timeline.Attempts > 0 || context.Drafts.Count > 0) return;
        foreach (var group in context.Timeline.OwnRejects.Groups)
        {
            context.Drafts.Add(context.DraftOf(group, group.Cause.Id, group.Cause, group.Provider, isCurrent: true));
        }
    }
}
