using Todoku.Knowledge;

namespace Todoku.Diagnosis.Findings;

/// <summary>What the server complains of about itself, unless failed attempts already show the same cause.</summary>
internal sealed class WarningFindings : IFindingSource
{
    public void Find(FindingContext context)
    {
        foreach (var group in context.Timeline.OwnWarnings.Groups)
        {
            if (context.Drafts.Exists(draft => draft.Cause == group.Cause)) continue;
            context.Drafts.Add(context.DraftOf(group, group.Cause.Id, group.Cause, null, isCurrent: true));
        }
    }
}
