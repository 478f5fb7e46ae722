using System.Globalization;
using System.Net;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Checks.Blocklists;

/// <summary>How many of the addresses around a sending one are on the large blocklists: the reputation that its network gives it.</summary>
public sealed class NeighbourBlocklistCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "neighbours";

    /// <inheritdoc/>
    public IReadOnlyList<string> Outcomes { get; } = ["clear", "few", "many", "network", .. UnusableLists.Outcomes, "private", "no-address"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CheckContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var subject = context.Subject;
        if (subject.Addresses.Count == 0) return [new CheckResult(Id, "no-address", CheckStatus.NotKnown, subject.Domain.ToString())];
        List<CheckResult> results = [];
        // Several sending addresses of one range have the same neighbours.
        foreach (var address in AddressReach.Of(subject).DistinctBy(NeighbourSample.Network))
        {
            if (AddressReach.IsPublic(address)) results.AddRange(await ResultsAsync(context, address, cancellationToken).ConfigureAwait(false));
            else results.Add(new CheckResult(Id, "private", CheckStatus.NotApplicable, address.ToString()) { Values = [new ReplyValue(ReplyValueNames.Ip, address.ToString())] });
        }
        return results;
    }

    private async Task<IEnumerable<CheckResult>> ResultsAsync(CheckContext context, IPAddress address, CancellationToken cancellationToken)
    {
        var survey = await NeighbourSurvey.OfAsync(context, address, cancellationToken).ConfigureAwait(false);
        var worst = survey.Counts.Where(count => count.Asked > 0).MaxBy(count => (double)count.Listed.Count / count.Asked);
        if (worst is null) return UnusableLists.Results(Id, survey.Network, survey.Counts.Select(count => count.Failure).OfType<BlocklistAnswer.NotUsable>());
        var lookup = await BlocklistLookup.OfAsync(context).ConfigureAwait(false);
        var own = await lookup.AskBrieflyAsync(worst.Source, address, cancellationToken).ConfigureAwait(false);
        var (outcome, status) = Judge(worst, own is BlocklistAnswer.Listed { IsPolicyOnly: false });
        return
        [
            new CheckResult(Id, outcome, status, survey.Network)
            {
                Evidence = [.. survey.Counts.OrderByDescending(count => count == worst).SelectMany(count => count.Evidence(survey.Network))],
                Values =
                [
                    new ReplyValue(ReplyValueNames.Ip, address.ToString()),
                    new ReplyValue(CheckValueNames.Network, survey.Network),
                    new ReplyValue(ReplyValueNames.Blocklist, worst.Source.List.Id),
                    new ReplyValue(CheckValueNames.List, worst.Source.List.Name),
                    new ReplyValue(ReplyValueNames.Url, worst.Source.List.Url),
                    // Only what answered: a list that refused is no reason to be calm.
                    new ReplyValue(CheckValueNames.Names, string.Join(", ", survey.Counts.Where(count => count.Asked > 0).Select(count => count.Source.List.Name))),
                    new ReplyValue(CheckValueNames.Count, worst.Listed.Count.ToString(CultureInfo.InvariantCulture)),
                    new ReplyValue(CheckValueNames.Most, worst.Asked.ToString(CultureInfo.InvariantCulture)),
                ],
            },
        ];
    }

    private static (string Outcome, CheckStatus Status) Judge(NeighbourCount worst, bool isOwnListed) => worst switch
    {
        { Listed.Count: 0 } => ("clear", CheckStatus.Pass),
        { IsNetworkWide: true } when isOwnListed => ("network", CheckStatus.Problem),
        { IsFrequent: true } => ("many", CheckStatus.Warning),
        _ => ("few", CheckStatus.Pass),
    };
}
