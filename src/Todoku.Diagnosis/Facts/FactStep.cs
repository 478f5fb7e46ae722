using Todoku.Diagnosis.Checks;
using Todoku.Diagnosis.Plans;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Facts;

/// <summary>A step of a finding, with where it comes from.</summary>
/// <param name="Step">The step.</param>
/// <param name="IsProven">Whether facts ask for it, not the log alone.</param>
/// <param name="Records">The exact records that it publishes.</param>
/// <param name="Values">What the facts have for its placeholders.</param>
internal sealed record FactStep(Step Step, bool IsProven, IReadOnlyList<PublishedRecord> Records, IReadOnlyList<ReplyValue> Values)
{
    /// <summary>The values, those of its records first: a record is put into the domain that it is of.</summary>
    public IReadOnlyList<ReplyValue> AllValues => Records is [var record, ..] ? [new ReplyValue(PlanValues.SenderDomain, record.Name.ToString()), .. Values] : Values;

    /// <summary>The step with further records; one of a name and type is enough.</summary>
    public FactStep With(IReadOnlyList<PublishedRecord> more) => more.Count == 0 ? this : this with { Records = [.. Records.Concat(more).DistinctBy(record => (record.Name, record.Type))] };
}
