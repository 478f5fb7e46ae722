using System.Globalization;
using Todoku.Knowledge;
using Todoku.Knowledge.Blocklists;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Blocklists;

/// <summary>
/// Whether a domain that a message shows is on a blocklist of domains: those of From and Return-Path, and those of the HELO name and of the reverse
/// DNS. Lists hold registered domains, so that the organisational domain of each is looked up.
/// </summary>
public sealed class DomainBlocklistCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "domain-blocklist";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["not-listed", "listed", "abused", "listed-minor", "host-listed", .. UnusableLists.Outcomes];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var lookup = await BlocklistLookup.OfAsync(context).ConfigureAwait(false);
        var sources = BlocklistSource.Asked(context.Knowledge, BlocklistScope.Domain);
        var domains = await ShownDomain.AllAsync(context, cancellationToken).ConfigureAwait(false);
        List<CheckResult> results = [];
        List<BlocklistAnswer.NotUsable> unusable = [];
        foreach (var domain in domains)
        {
            var answers = await Task.WhenAll(sources.Select(source => lookup.AskAsync(source, domain.Name, cancellationToken))).ConfigureAwait(false);
            results.AddRange(answers.OfType<BlocklistAnswer.Listed>().Select(listing => Result(domain, listing)));
            var answered = answers.Count(answer => answer is not BlocklistAnswer.NotUsable);
            if (answered > 0 && !answers.Any(answer => answer is BlocklistAnswer.Listed)) results.Add(Clear(domain.Name, answers, answered));
            unusable.AddRange(answers.OfType<BlocklistAnswer.NotUsable>().Where(answer => answered == 0 || answer.Source.Zone.IsMajor));
        }
        return [.. results, .. UnusableLists.Results(Id, string.Join(", ", domains.Select(domain => domain.Name)), unusable)];
    }

    private CheckResult Clear(DomainName domain, IReadOnlyList<BlocklistAnswer> answers, int answered) => new(Id, "not-listed", CheckStatus.Pass, domain.ToString())
    {
        Evidence = [.. answers.SelectMany(answer => answer.Evidence)],
        Values =
        [
            new ReplyValue(ReplyValueNames.Domain, domain.ToString()),
            new ReplyValue(CheckValueNames.Count, answered.ToString(CultureInfo.InvariantCulture)),
        ],
    };

    private CheckResult Result(ShownDomain domain, BlocklistAnswer.Listed listing)
    {
        var (outcome, status) = Judge(domain, listing);
        return new CheckResult(Id, outcome, status, domain.Name.ToString())
        {
            Evidence = listing.Evidence,
            Values = ListingValues.Of(listing, ReplyValueNames.Domain, domain.Name.ToString()),
            Steps = outcome == "host-listed" ? null : [.. listing.Codes.SelectMany(code => code.Steps).Distinct()],
        };
    }

    private static (string Outcome, CheckStatus Status) Judge(ShownDomain domain, BlocklistAnswer.Listed listing)
    {
        if (!domain.IsOwn) return ("host-listed", CheckStatus.Warning);
        if (!listing.Source.Zone.IsMajor || listing.Codes.All(code => code.Kind == ListingKind.Reputation)) return ("listed-minor", CheckStatus.Warning);
        return (listing.Codes.All(code => code.Kind is ListingKind.Exploited or ListingKind.Reputation) ? "abused" : "listed", CheckStatus.Problem);
    }
}
