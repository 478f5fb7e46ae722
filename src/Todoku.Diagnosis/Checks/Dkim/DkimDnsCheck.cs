using Todoku.Dns;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Dkim;

/// <summary>
/// Whether the domain's DNS service holds the key as it was meant: DNS panels cut long values, keep quotation marks and backslashes, put the domain behind a
/// name that has it already, refuse underscores, or answer every name with a wildcard. Each leaves signs in what is published.
/// </summary>
public sealed class DkimDnsCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "dkim-dns";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } =
    [
        "held", "delegated", "cut", "cut-at-semicolon", "escaped", "quoted", "split", "wrong-name", "wildcard", "dangling-alias", "underscore-fails", "alias-domain",
        "not-looked-at",
    ];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        // All at once: where a domain's servers are silent, that is waited for once.
        var publications = DkimPublication.OfSenderAsync(context, cancellationToken);
        var domains = DkimSelectors.Domains(context.Subject);
        Task[] others = [.. domains.Select(domain => AliasAsync(context, domain, cancellationToken)), .. domains.Select(domain => DkimWildcard.OfAsync(context, domain, cancellationToken))];
        await Task.WhenAll([publications, .. others]).ConfigureAwait(false);
        var results = new List<CheckResult>();
        foreach (var publication in await publications.ConfigureAwait(false))
            results.Add(await JudgeAsync(context, publication, cancellationToken).ConfigureAwait(false));
        foreach (var domain in domains)
        {
            if (results.Any(result => result.Outcome is "wildcard" && result.Status == CheckStatus.Problem)) continue;
            if (await JudgeAsync(context, domain, cancellationToken).ConfigureAwait(false) is { } result) results.Add(result);
        }
        return results.Count > 0 ? results : [DkimResult.Of(this, context.Subject.Domain, "not-looked-at", CheckStatus.NotApplicable, [])];
    }

    private async Task<CheckResult> JudgeAsync(CheckContext context, DkimPublication publication, CancellationToken cancellationToken)
    {
        if (publication.Name is not { } name) return DkimResult.Of(this, publication, "not-looked-at", CheckStatus.NotApplicable);
        switch (publication.Kind)
        {
            case DkimPublicationKind.Wildcard: return DkimResult.Of(this, publication, "wildcard", CheckStatus.Problem);
            case DkimPublicationKind.Missing: return await MissingAsync(context, publication, name, cancellationToken).ConfigureAwait(false);
            case DkimPublicationKind.NotKnown: return await FailingAsync(context, publication, cancellationToken).ConfigureAwait(false);
        }
        var (fault, mended) = KeyTextRepair.Look(publication.Texts);
        var outcome = fault switch
        {
            KeyFault.Cut => "cut",
            KeyFault.EndsAtSemicolon => "cut-at-semicolon",
            KeyFault.Escaped => "escaped",
            KeyFault.Quoted => "quoted",
            KeyFault.Split => "split",
            _ => publication.Aliases.Count > 0 ? "delegated" : "held",
        };
        var target = publication.Aliases.Count > 0 ? publication.Aliases[^1] : name;
        var length = publication.Texts.Max(text => text.Value.Length);
        return DkimResult.Of(
            this, publication, outcome, fault == KeyFault.None ? CheckStatus.Pass : CheckStatus.Problem,
            new ReplyValue(CheckValueNames.Count, Figure.Of(length)), new ReplyValue(CheckValueNames.Names, target.ToString())) with
        {
            Records = mended.Length > 0 ? [new PublishedRecord(target, DnsRecordType.TXT, mended)] : [],
        };
    }

    // The key may be near: at a name that the panel, or a person, made of the right one.
    private async Task<CheckResult> MissingAsync(CheckContext context, DkimPublication publication, DomainName name, CancellationToken cancellationToken)
    {
        var hint = publication.Hint;
        var alias = await context.Dns.AskAsync(name, DnsRecordType.CNAME, cancellationToken).ConfigureAwait(false);
        if (alias is DnsAnswer.Found { Records: [DnsRecord.Name target, ..] })
        {
            return DkimResult.Of(this, publication, "dangling-alias", CheckStatus.Problem, new ReplyValue(CheckValueNames.Names, target.Value.ToString())) with
            {
                Evidence = [.. DnsEvidence.Of(name, DnsRecordType.CNAME, alias), .. publication.Evidence],
            };
        }
        foreach (var label in (string[])[$"{hint.Selector}._domainkey.{hint.Domain}", $"{hint.Selector}.domainkey", $"{hint.Selector}_domainkey", hint.Selector])
        {
            if (!hint.Domain.TryPrepend(label, out var other)) continue;
            var answer = await context.Dns.AskAsync(other, DnsRecordType.TXT, cancellationToken).ConfigureAwait(false);
            if (answer is not DnsAnswer.Found found) continue;
            var texts = found.Records.OfType<DnsRecord.Text>().Take(DkimPublication.MaxRecords).Select(text => KeyText.Of(text.Value.Span));
            if (texts.FirstOrDefault(KeyText.IsUsable) is not { } key) continue;
            return DkimResult.Of(this, publication, "wrong-name", CheckStatus.Problem, new ReplyValue(CheckValueNames.Names, other.ToString())) with
            {
                Evidence = [.. publication.Evidence, .. DnsEvidence.Of(other, DnsRecordType.TXT, answer)],
                Records = [new PublishedRecord(name, DnsRecordType.TXT, key)],
            };
        }
        return DkimResult.Of(this, publication, "not-looked-at", CheckStatus.NotApplicable);
    }

    // The server answers for the domain and fails for every name with an underscore: it does not take them.
    private async Task<CheckResult> FailingAsync(CheckContext context, DkimPublication publication, CancellationToken cancellationToken)
    {
        var domain = publication.Hint.Domain;
        var probe = await DkimWildcard.OfAsync(context, domain, cancellationToken).ConfigureAwait(false);
        var own = await context.Dns.AskAsync(domain, DnsRecordType.TXT, cancellationToken).ConfigureAwait(false);
        return own is not DnsAnswer.Failed && IsRefusal(publication.Failure) && IsRefusal(probe.Failure)
            ? DkimResult.Of(this, publication, "underscore-fails", CheckStatus.Warning) with { Evidence = [.. publication.Evidence, .. probe.Evidence] }
            : DkimResult.Of(this, publication, "not-looked-at", CheckStatus.NotApplicable);
    }

    private async Task<CheckResult?> JudgeAsync(CheckContext context, DomainName domain, CancellationToken cancellationToken)
    {
        var alias = await AliasAsync(context, domain, cancellationToken).ConfigureAwait(false);
        if (alias is DnsAnswer.Found { Records: [DnsRecord.Name target, ..] })
            return DkimResult.Of(this, domain, "alias-domain", CheckStatus.Warning, DnsEvidence.Of(domain, DnsRecordType.CNAME, alias), new ReplyValue(CheckValueNames.Name, target.Value.ToString()));
        // A key at its own name goes before the wildcard; it only hides mistakes.
        var wildcard = await DkimWildcard.OfAsync(context, domain, cancellationToken).ConfigureAwait(false);
        return wildcard.Texts.Count > 0 ? DkimResult.Of(this, domain, "wildcard", CheckStatus.Warning, wildcard.Evidence, new ReplyValue(CheckValueNames.Name, $"*.{domain}")) : null;
    }

    private static Task<DnsAnswer> AliasAsync(CheckContext context, DomainName domain, CancellationToken cancellationToken) =>
        context.FactAsync((nameof(AliasAsync), domain), () => context.Dns.AskAsync(domain, DnsRecordType.CNAME, cancellationToken).AsTask());

    private static bool IsRefusal(DnsFailure? failure) => failure is DnsFailure.ServerFailure or DnsFailure.Refused or DnsFailure.Other;
}
