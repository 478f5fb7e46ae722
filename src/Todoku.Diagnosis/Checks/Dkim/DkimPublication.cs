using Todoku.Authentication.Signatures;
using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Dkim;

/// <summary>What is published for one selector.</summary>
/// <param name="Hint">The selector.</param>
/// <param name="Name">Where the key record is; null when the name is too long for DNS.</param>
/// <param name="Kind">What stands there.</param>
/// <param name="Texts">The TXT records, at most <see cref="MaxRecords"/>.</param>
/// <param name="Record">The record that verifiers can use, else the first one; null without a TXT record.</param>
/// <param name="Evidence">What DNS said.</param>
public sealed record DkimPublication(
    SelectorHint Hint, DomainName? Name, DkimPublicationKind Kind, IReadOnlyList<DnsRecord.Text> Texts, KeyRecord? Record, IReadOnlyList<string> Evidence)
{
    /// <summary>The most records at one name that are looked at.</summary>
    public const int MaxRecords = 8;

    private const string Label = "_domainkey";

    /// <summary>The names that CNAMEs led over.</summary>
    public IReadOnlyList<DomainName> Aliases { get; init; } = [];

    /// <summary>The failure, where DNS gave no answer.</summary>
    public DnsFailure? Failure { get; init; }

    /// <summary>How it is called in results: <c>s1._domainkey.example.com</c>.</summary>
    public string Subject => Name?.ToString() ?? $"{Hint.Selector}.{Label}.{Hint.Domain}";

    /// <summary>What is published for each selector that is known to sign; guesses are left out.</summary>
    public static async Task<IReadOnlyList<DkimPublication>> OfSenderAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return await Task.WhenAll(DkimSelectors.Known(context.Subject).Select(hint => OfAsync(context, hint, cancellationToken))).ConfigureAwait(false);
    }

    /// <summary>What is published for a selector; asked once in a run.</summary>
    public static Task<DkimPublication> OfAsync(CheckContext context, SelectorHint hint, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(hint);
        return context.FactAsync((nameof(DkimPublication), hint.Selector, hint.Domain), () => FindAsync(context, hint, cancellationToken));
    }

    /// <summary>The name at which a domain has a selector's key; null when it grows too long.</summary>
    public static DomainName? NameOf(string selector, DomainName domain) => domain.TryPrepend($"{selector}.{Label}", out var name) ? name : null;

    private static async Task<DkimPublication> FindAsync(CheckContext context, SelectorHint hint, CancellationToken cancellationToken)
    {
        if (NameOf(hint.Selector, hint.Domain) is not { } name) return new DkimPublication(hint, null, DkimPublicationKind.Missing, [], null, []);
        var answer = await context.Dns.AskAsync(name, DnsRecordType.TXT, cancellationToken).ConfigureAwait(false);
        var evidence = DnsEvidence.Of(name, DnsRecordType.TXT, answer);
        if (answer is DnsAnswer.Failed failed) return new DkimPublication(hint, name, DkimPublicationKind.NotKnown, [], null, evidence) { Failure = failed.Failure };
        if (answer is not DnsAnswer.Found found) return new DkimPublication(hint, name, DkimPublicationKind.Missing, [], null, evidence);
        DnsRecord.Text[] texts = [.. found.Records.OfType<DnsRecord.Text>().Take(MaxRecords)];
        KeyRecord[] records = [.. texts.Select(text => KeyRecord.Parse(text.Value))];
        var wildcard = await DkimWildcard.OfAsync(context, hint.Domain, cancellationToken).ConfigureAwait(false);
        var kind = wildcard.Covers(texts) ? DkimPublicationKind.Wildcard : DkimPublicationKind.Found;
        return new DkimPublication(hint, name, kind, texts, records.FirstOrDefault(record => record.Problem is null) ?? records.FirstOrDefault(), evidence) { Aliases = found.Aliases };
    }
}
