using Todoku.Authentication.Spf;
using Todoku.Dns;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Spf;

/// <summary>Whether the record keeps to the grammar; one wrong term makes the whole record void (RFC 7208, section 4.6).</summary>
public sealed class SpfSyntaxCheck : ICheck
{
    private const int MaxTerms = 3;

    /// <inheritdoc/>
    public string Id => "spf-syntax";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["valid", "wrong-term", "wrong-sign", "unknown-modifier", "no-record"];

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
        if (errors.Length == 0 && Ignored(publication) is { } ignored) return ignored;
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

    // The grammar lets everything of the form name=value pass for the future, a mistyped mechanism too.
    private CheckResult? Ignored(SpfPublication publication)
    {
        SpfTerm.Other[] unknown = [.. publication.Records.SelectMany(SpfComposer.UnknownModifiers)];
        if (unknown.Length == 0) return null;
        var mistyped = unknown.Where(modifier => SpfComposer.MechanismMeant(modifier).Length > 0).ToArray();
        var shown = mistyped.Length > 0 ? mistyped : unknown;
        return new CheckResult(Id, mistyped.Length > 0 ? "wrong-sign" : "unknown-modifier", CheckStatus.Warning, publication.Domain.ToString())
        {
            Evidence = [.. publication.Evidence, .. mistyped.Select(modifier => $"{modifier.Text} -> {SpfComposer.MechanismMeant(modifier)}")],
            Values =
            [
                new ReplyValue(ReplyValueNames.Domain, publication.Domain.ToString()),
                new ReplyValue(CheckValueNames.Term, string.Join(' ', shown.Take(MaxTerms).Select(modifier => modifier.Text))),
            ],
            Records = mistyped.Length > 0 ? [new PublishedRecord(publication.Domain, DnsRecordType.TXT, SpfComposer.Compose(publication.Records, []))] : [],
        };
    }

    // The words of the grammar; the sentence for them is the article's.
    private static string Describe(SpfSyntaxError error) => error.Suggestion.Length > 0 ? $"{error.Term} -> {error.Suggestion}" : $"{error.Term}: {Words(error.Problem)}";

    private static string Words(SpfSyntaxProblem problem) =>
        string.Concat(problem.ToString().Select((letter, at) => $"{(at > 0 && char.IsAsciiLetterUpper(letter) ? " " : "")}{char.ToLowerInvariant(letter)}"));
}
