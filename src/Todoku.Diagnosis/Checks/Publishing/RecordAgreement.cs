using System.Text;
using Todoku.Authentication.Spf;
using Todoku.Dns;

namespace Todoku.Diagnosis.Checks.Publishing;

/// <summary>
/// Lets all points name the same SPF record. Each composes the one that mends its own fault; published one after the other, as a plan has it, the second
/// would undo the first.
/// </summary>
internal static class RecordAgreement
{
    /// <summary>The results, with one record for each domain where points wanted different ones.</summary>
    public static async Task<IReadOnlyList<CheckResult>> ApplyAsync(CheckContext context, IReadOnlyList<CheckResult> results, CancellationToken cancellationToken)
    {
        var disputed = results.SelectMany(result => result.Records).Where(IsSpf).Distinct().GroupBy(record => record.Name).Where(records => records.Count() > 1);
        foreach (var domain in disputed.Select(records => records.Key).ToArray())
        {
            var (text, _) = await SpfMerge.ComposeAsync(context, domain, results, cancellationToken).ConfigureAwait(false);
            results = [.. results.Select(result => result with { Records = [.. result.Records.Select(record => IsSpf(record) && record.Name.Equals(domain) ? record with { Value = text } : record)] })];
        }
        return results;
    }

    private static bool IsSpf(PublishedRecord record) => record.Type == DnsRecordType.TXT && SpfRecord.IsSpf(Encoding.UTF8.GetBytes(record.Value));
}
