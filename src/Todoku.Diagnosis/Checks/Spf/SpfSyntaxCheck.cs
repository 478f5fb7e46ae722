using Todoku.Authentication.Spf;
using Todoku.Dns;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Spf;

/// <summary>Whether the record keeps to the grammar; one wrong term makes the whole record void (RFC 7208, section 4.6).</summary>
public sealed class SpfSyntaxCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "spf-syntax";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["valid", "wrong-term", "no-record"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var publications = await SpfPublication.OfSenderAsync(context, cancellationToken).ConfigureAwait(false);
        return [.. publications.Select((publication, index) => Judge(publication, isUsed: index == 0))];
    }

    private CheckResult Judge(SpfPublication publication, bool isUsed)
    {
        var domain = publication.Domain;
        var errors = publication.Records.SelectMany(record => record.Errors).ToArray();
        if (publication.Records.Count == 0) return new CheckResult(Id, "no-record", CheckStatus.NotApplicable, domain.ToString()) { Values = [new ReplyValue(ReplyValueNames.Domain, domain.ToString())] };
        if (errors.Length == 0)
            return new CheckResult(Id, "valid", CheckStatus.Pass, domain.ToString()) { Evidence = publication.Evidence, Values = [new ReplyValue(ReplyValueNames.Domain, domain.ToString())] };
        return new CheckResult(Id, "wrong-term", isUsed ? CheckStatus.Problem : CheckStatus.Warning, domain.ToString())
        {
            Evidence = [.. publication.Evidence, .. errors.Select(Describe)],
            Values =
            [
                new ReplyValue(ReplyValueNames.Domain, domain.ToString()),
                new ReplyValue(CheckValueNames.Term, errors[0].Term),
                new ReplyValue(CheckValueNames.Count, Figure.Of(errors.Length)),
            ],
            Records = [new PublishedRecord(domain, DnsRecordType.TXT, SpfComposer.Compose(publication.Records, []))],
        };
    }

    // The words of the grammar; the sentence for them is the article's.
    private static string Describe(SpfSyntaxError error) => error.Suggestion.Length > 0 ? $"{error.Term} -> {error.Suggestion}" : $"{error.Term}: {Words(error.Problem)}";

    private static string Words(SpfSyntaxProblem problem) =>
        string.Concat(problem.ToString().Select((letter, at) => $"{(at > 0 && char.IsAsciiLetterUpper(letter) ? " " : "")}{char.ToLowerInvariant(letter)}"));
}
