using Todoku.Diagnosis.Checks.Selectors;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Dkim;

/// <summary>Which selectors are looked at: those that sign for sure, and names that may.</summary>
internal static class DkimSelectors
{
    // A log may hold many; each costs a few questions.
    private const int MaxKnown = 20;
    private const int MaxGuesses = 60;

    /// <summary>Those that are known to sign; a missing key of theirs is a fault.</summary>
    public static IReadOnlyList<SelectorHint> Known(CheckSubject subject) =>
        [.. subject.Selectors.Where(hint => hint.Origin != SelectorOrigin.Guess).DistinctBy(hint => (hint.Selector, hint.Domain)).Take(MaxKnown)];

    /// <summary>Names worth a look; a missing key of theirs says nothing. Those of services that the domain's MX or SPF names come first.</summary>
    public static async Task<IReadOnlyList<SelectorHint>> GuessesAsync(CheckContext context, CancellationToken cancellationToken)
    {
        var services = await DnsSelectors.ServicesAsync(context, cancellationToken).ConfigureAwait(false);
        var domain = context.Subject.Domain;
        var names = services.Concat(context.Knowledge.Signers).SelectMany(signer => signer.Selectors);
        return
        [
            .. context.Subject.Selectors.Where(hint => hint.Origin == SelectorOrigin.Guess).Concat(names.Select(name => new SelectorHint(name, domain, SelectorOrigin.Guess)))
                .DistinctBy(hint => (hint.Selector, hint.Domain)).Take(MaxGuesses),
        ];
    }

    /// <summary>The guesses whose name holds a key, asked once in a run. None where a wildcard answers for every name.</summary>
    public static Task<IReadOnlyList<DkimPublication>> FoundAsync(CheckContext context, CancellationToken cancellationToken) =>
        context.FactAsync(nameof(DkimSelectors), () => FindAsync(context, cancellationToken));

    /// <summary>The domains that sign: those of the known selectors, else the From domain.</summary>
    public static IReadOnlyList<DomainName> Domains(CheckSubject subject) =>
        Known(subject) is { Count: > 0 } known ? [.. known.Select(hint => hint.Domain).Distinct()] : [subject.Domain];

    private static async Task<IReadOnlyList<DkimPublication>> FindAsync(CheckContext context, CancellationToken cancellationToken)
    {
        var guesses = await GuessesAsync(context, cancellationToken).ConfigureAwait(false);
        var publications = await Task.WhenAll(guesses.Select(hint => DkimPublication.OfAsync(context, hint, cancellationToken))).ConfigureAwait(false);
        return [.. publications.Where(publication => publication is { Kind: DkimPublicationKind.Found, Record.Problem: null })];
    }
}
