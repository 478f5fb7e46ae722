using Todoku.Diagnosis.Timeline;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Findings;

/// <summary>
/// Joins symptoms with the faults that explain them: a provider that says "spam" or "policy" to some messages and names a missing
/// authentication, reverse DNS or HELO name to others means the same by both. A fault seen in less than <see cref="MinShare"/> of the
/// symptom's number is another matter.
/// </summary>
internal sealed class ExplainingCauses : IFindingSource
{
    private const double MinShare = 0.1;

    public void Find(FindingContext context)
    {
        foreach (var symptom in context.Drafts)
        {
            if (symptom.Provider is null || !symptom.IsOfCause || !CauseTraits.IsSymptom(symptom.Cause)) continue;
            foreach (var root in context.At(symptom.Provider))
            {
                if (IsRoot(root.Cause) && root.IsCurrent == symptom.IsCurrent && root.Count >= symptom.Count * MinShare) root.Explains.Add(symptom);
            }
        }
    }

    private static bool IsRoot(Cause cause) =>
        cause is Cause.Unauthenticated or Cause.SpfFail or Cause.DkimFail or Cause.DmarcFail or Cause.NoPtr or Cause.BadHelo;
}
