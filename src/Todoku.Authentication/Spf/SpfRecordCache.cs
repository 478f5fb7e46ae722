using System.Runtime.CompilerServices;
using Todoku.Dns;

namespace Todoku.Authentication.Spf;

/// <summary>
/// Finds and reads the record in an answer, once for as long as the answer lives: a resolver that answers from its cache gives the same list of records
/// again. What is kept goes with that list, so that nothing grows here.
/// </summary>
internal sealed class SpfRecordCache
{
    private readonly ConditionalWeakTable<IReadOnlyList<DnsRecord>, SpfRecordChoice> _choices = [];

    /// <summary>The SPF records of an answer.</summary>
    public SpfRecordChoice Choose(DnsAnswer.Found answer)
    {
        if (_choices.TryGetValue(answer.Records, out var choice)) return choice;
        choice = Read(answer.Records);
        _choices.AddOrUpdate(answer.Records, choice);
        return choice;
    }

    private static SpfRecordChoice Read(IReadOnlyList<DnsRecord> records)
    {
        var count = 0;
        SpfRecord? only = null;
        foreach (var record in records)
        {
            if (record is not DnsRecord.Text text || !SpfRecord.IsSpf(text.Value.Span)) continue;
            if (++count == 1) only = SpfRecord.Parse(text.Value.Span);
        }
        return new SpfRecordChoice(count, count == 1 ? only : null);
    }
}
