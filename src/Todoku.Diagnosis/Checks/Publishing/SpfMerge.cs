using System.Net;
using Todoku.Authentication.Spf;
using Todoku.Diagnosis.Checks.Spf;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Publishing;

/// <summary>
/// The one SPF record that answers all points at once: the terms that are there, mended, and brought under ten look-ups where that can be done; an end that
/// is closed; and those sending addresses that would not pass by it. The last is tried by evaluating the new record, not guessed from its terms.
/// </summary>
internal static class SpfMerge
{
    /// <summary>Composes it.</summary>
    /// <returns>The record's text, and the look-ups that it costs.</returns>
    public static async Task<(string Text, int Lookups)> ComposeAsync(CheckContext context, DomainName domain, IReadOnlyList<CheckResult> results, CancellationToken cancellationToken)
    {
        var publication = await SpfPublication.OfAsync(context, domain, cancellationToken).ConfigureAwait(false);
        var flattened = results.Where(result => result.Check == "spf-lookups").SelectMany(result => result.Records).FirstOrDefault(record => record.Name.Equals(domain));
        var text = SpfComposer.Compose(flattened is null ? publication.Records : [SpfRecord.Parse(flattened.Value)], []);
        text = Closed(SpfRecord.Parse(text));
        var missing = new List<IPAddress>();
        foreach (var address in context.Subject.Addresses)
        {
            if (!await PassesAsync(context, domain, text, address, cancellationToken).ConfigureAwait(false)) missing.Add(address);
        }
        if (missing.Count > 0) text = SpfComposer.Compose([SpfRecord.Parse(text)], missing);
        var count = await new SpfLookupCounter(new ProposedRecord(context.Dns, domain, text)).CountAsync(SpfRecord.Parse(text), domain, cancellationToken).ConfigureAwait(false);
        return (text, count.Lookups);
    }

    // "?all" says nothing; "~all" marks what is not named, and refuses nothing yet.
    private static string Closed(SpfRecord record) =>
        $"v=spf1 {string.Join(' ', record.Terms.Select(term => term is SpfTerm.All { Qualifier: SpfQualifier.Neutral or SpfQualifier.Pass } ? "~all" : term.Text))}";

    // Where DNS gives no answer the address is named, too: it costs no look-up.
    private static async Task<bool> PassesAsync(CheckContext context, DomainName domain, string text, IPAddress address, CancellationToken cancellationToken)
    {
        var request = new SpfRequest { Ip = address, Sender = $"postmaster@{domain}", Helo = context.Subject.HeloName?.ToString() ?? "" };
        var result = await new SpfEvaluator(context.Time).EvaluateAsync(request, new ProposedRecord(context.Dns, domain, text), cancellationToken).ConfigureAwait(false);
        return result.Verdict == SpfVerdict.Pass;
    }
}
