using System.Globalization;
using System.Net;
using Todoku.Knowledge;
using Todoku.Knowledge.Blocklists;

namespace Todoku.Diagnosis.Checks.Blocklists;

/// <summary>
/// Whether a sending address is on a blocklist, by the list's own return codes, and whose doing it is: the address' own, or the network's, when the list
/// says that it lists ranges or when half of the neighbours are listed with it.
/// </summary>
public sealed class AddressBlocklistCheck : ICheck
{
    private static readonly string[] FindTheSource = ["find-bulk-submitter", "find-hacked-account"];

    /// <inheritdoc/>
    public string Id => "ip-blocklist";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } =
        ["not-listed", "listed", "listed-minor", "network", "network-minor", "policy", .. UnusableLists.Outcomes, "private", "no-address"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var subject = context.Subject;
        if (subject.Addresses.Count == 0) return [new CheckResult(Id, "no-address", CheckStatus.NotKnown, subject.Domain.ToString())];
        var lookup = await BlocklistLookup.OfAsync(context).ConfigureAwait(false);
        List<CheckResult> results = [];
        List<BlocklistAnswer.NotUsable> unusable = [];
        foreach (var address in AddressReach.Of(subject))
        {
            if (!AddressReach.IsPublic(address))
            {
                results.Add(new CheckResult(Id, "private", CheckStatus.NotApplicable, address.ToString()) { Values = [new ReplyValue(ReplyValueNames.Ip, address.ToString())] });
                continue;
            }
            var sources = BlocklistSource.Asked(context.Knowledge, BlocklistScopes.Of(address));
            var answers = await Task.WhenAll(sources.Select(source => lookup.AskAsync(source, address, cancellationToken))).ConfigureAwait(false);
            foreach (var listing in answers.OfType<BlocklistAnswer.Listed>())
                results.Add(await ResultAsync(context, address, listing, cancellationToken).ConfigureAwait(false));
            var answered = answers.Count(answer => answer is not BlocklistAnswer.NotUsable);
            if (answered > 0 && !answers.Any(answer => answer is BlocklistAnswer.Listed)) results.Add(Clear(address, answers, answered));
            unusable.AddRange(answers.OfType<BlocklistAnswer.NotUsable>().Where(answer => answered == 0 || answer.Source.Zone.IsMajor));
        }
        return [.. results, .. UnusableLists.Results(Id, string.Join(", ", AddressReach.Of(subject).Where(AddressReach.IsPublic)), unusable)];
    }

    private CheckResult Clear(IPAddress address, IReadOnlyList<BlocklistAnswer> answers, int answered) => new(Id, "not-listed", CheckStatus.Pass, address.ToString())
    {
        Evidence = [.. answers.SelectMany(answer => answer.Evidence)],
        Values =
        [
            new ReplyValue(ReplyValueNames.Ip, address.ToString()),
            new ReplyValue(CheckValueNames.Count, answered.ToString(CultureInfo.InvariantCulture)),
        ],
    };

    private async Task<CheckResult> ResultAsync(CheckContext context, IPAddress address, BlocklistAnswer.Listed listing, CancellationToken cancellationToken)
    {
        var survey = listing is { Source.Zone.AsksNeighbours: true, IsPolicyOnly: false }
            ? await NeighbourSurvey.OfAsync(context, address, cancellationToken).ConfigureAwait(false)
            : null;
        var count = survey?.Of(listing.Source.Zone);
        var (outcome, status) = Judge(listing, count);
        return new CheckResult(Id, outcome, status, address.ToString())
        {
            Evidence = [.. listing.Evidence, .. count?.Evidence(survey!.Network) ?? []],
            Values = ListingValues.Of(listing, ReplyValueNames.Ip, address.ToString()),
            Steps = StepsOf(outcome, listing),
        };
    }

    private static (string Outcome, CheckStatus Status) Judge(BlocklistAnswer.Listed listing, NeighbourCount? count)
    {
        var isMajor = listing.Source.Zone.IsMajor;
        if (listing.IsPolicyOnly) return ("policy", isMajor ? CheckStatus.Problem : CheckStatus.Warning);
        // An infected machine is one's own, however many the neighbours have.
        var isNetwork = listing.Has(ListingKind.Network) || (count is { IsNetworkWide: true } && !listing.Has(ListingKind.Exploited));
        if (isNetwork) return isMajor ? ("network", CheckStatus.Problem) : ("network-minor", CheckStatus.Warning);
        return isMajor ? ("listed", CheckStatus.Problem) : ("listed-minor", CheckStatus.Warning);
    }

    // The ways out of a network's listing are those of its text; of all others the list's own, after the source is found.
    private static List<string>? StepsOf(string outcome, BlocklistAnswer.Listed listing)
    {
        var own = listing.Codes.SelectMany(code => code.Steps);
        return outcome switch
        {
            "network" => null,
            "listed" or "listed-minor" => [.. FindTheSource.Concat(own).Distinct()],
            _ => [.. own.Distinct()],
        };
    }
}
