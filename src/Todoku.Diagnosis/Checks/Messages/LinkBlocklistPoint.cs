using Todoku.Diagnosis.Checks.Blocklists;
using Todoku.Knowledge;
using Todoku.Knowledge.Blocklists;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Messages;

/// <summary>Whether the domains of From and of the links are on blocklists of domains; the first ten of them.</summary>
public sealed class LinkBlocklistPoint : IMessageCheck
{
    private const int MaxDomains = 10;

    /// <inheritdoc/>
    public string Id => "message-link-blocklist";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["not-listed", "listed", "listed-minor", .. UnusableLists.Outcomes];

    /// <inheritdoc/>
    public bool NeedsWhole => true;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(MessageContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var names = context.Message.Links.Select(link => link.Host).Prepend(context.Message.AuthorDomainName?.ToString() ?? "").Select(context.OrganizationOf)
            .Where(name => name.Length > 0).Distinct().Take(MaxDomains);
        DomainName[] domains = [.. names.Select(name => DomainName.TryParse(name, out var domain) ? domain : null).OfType<DomainName>()];
        if (domains.Length == 0) return [];
        var sources = BlocklistSource.Asked(context.Knowledge, BlocklistScope.Domain);
        var answers = await Task.WhenAll(domains.SelectMany(domain => sources.Select(source => AskAsync(context.Blocklists, source, domain, cancellationToken)))).ConfigureAwait(false);
        List<CheckResult> results = [.. answers.Where(one => one.Answer is BlocklistAnswer.Listed).Select(one => Result(one.Domain, (BlocklistAnswer.Listed)one.Answer))];
        var clear = domains.Where(domain => answers.Any(one => one.Domain == domain && one.Answer is BlocklistAnswer.NotListed)
            && !answers.Any(one => one.Domain == domain && one.Answer is BlocklistAnswer.Listed)).ToArray();
        var asked = answers.Where(one => one.Answer is not BlocklistAnswer.NotUsable).Select(one => one.Answer.Source.Zone.Name).Distinct().Count();
        if (clear.Length > 0) results.Add(Clear(clear, asked));
        var unusable = answers.Select(one => one.Answer).OfType<BlocklistAnswer.NotUsable>().Where(answer => asked == 0 || answer.Source.Zone.IsMajor);
        return [.. results, .. UnusableLists.Results(Id, string.Join(", ", domains.Select(domain => domain.ToString())), unusable)];
    }

    private static async Task<(DomainName Domain, BlocklistAnswer Answer)> AskAsync(BlocklistLookup lookup, BlocklistSource source, DomainName domain, CancellationToken cancellationToken) =>
        (domain, await lookup.AskAsync(source, domain, cancellationToken).ConfigureAwait(false));

    private CheckResult Clear(DomainName[] domains, int asked) => PointResult.Of(this, "not-listed", CheckStatus.Pass, domains[0].ToString(), [],
        new ReplyValue(CheckValueNames.Names, string.Join(", ", domains.Select(domain => domain.ToString()))), new ReplyValue(CheckValueNames.Count, Figure.Of(asked)));

    private CheckResult Result(DomainName domain, BlocklistAnswer.Listed listing)
    {
        var isMinor = !listing.Source.Zone.IsMajor || listing.Codes.All(code => code.Kind == ListingKind.Reputation);
        return PointResult.Of(this, isMinor ? "listed-minor" : "listed", isMinor ? CheckStatus.Warning : CheckStatus.Problem, domain.ToString(), listing.Evidence)
            with
        { Values = ListingValues.Of(listing, ReplyValueNames.Domain, domain.ToString()) };
    }
}
