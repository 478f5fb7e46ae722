using System.Net;
using Todoku.Knowledge.Blocklists;

namespace Todoku.Diagnosis.Checks.Blocklists;

/// <summary>
/// The addresses around a sender's in the lists that matter most: whether only it has a bad name, or the network that it lives in.
/// </summary>
/// <param name="Address">The address in the middle.</param>
/// <param name="Network">The range looked at.</param>
/// <param name="Counts">What each zone says.</param>
public sealed record NeighbourSurvey(IPAddress Address, string Network, IReadOnlyList<NeighbourCount> Counts)
{
    private const int AtOnce = 8;

    // A zone that stops answering is left alone: 255 time-outs help nobody.
    private const int MaxFailures = 3;

    /// <summary>The count of a zone; null when it was not asked for neighbours.</summary>
    public NeighbourCount? Of(BlocklistZone zone) => Counts.FirstOrDefault(count => count.Source.Zone == zone);

    /// <summary>Looks at them, once in a run for each address.</summary>
    public static Task<NeighbourSurvey> OfAsync(CheckContext context, IPAddress address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(address);
        return context.FactAsync((nameof(NeighbourSurvey), address), () => RunAsync(context, address, cancellationToken));
    }

    private static async Task<NeighbourSurvey> RunAsync(CheckContext context, IPAddress address, CancellationToken cancellationToken)
    {
        var lookup = await BlocklistLookup.OfAsync(context).ConfigureAwait(false);
        var sources = BlocklistSource.Asked(context.Knowledge, BlocklistScopes.Of(address)).Where(source => source.Zone.AsksNeighbours);
        var neighbours = NeighbourSample.Of(address, context.Subject.AllNeighbours);
        using var gate = new SemaphoreSlim(AtOnce);
        var counts = await Task.WhenAll(sources.Select(source => CountAsync(lookup, source, neighbours, gate, cancellationToken))).ConfigureAwait(false);
        return new NeighbourSurvey(address, NeighbourSample.Network(address), counts);
    }

    private static async Task<NeighbourCount> CountAsync(
        BlocklistLookup lookup, BlocklistSource source, IReadOnlyList<IPAddress> neighbours, SemaphoreSlim gate, CancellationToken cancellationToken)
    {
        var failures = 0;
        var answers = await Task.WhenAll(neighbours.Select(AskAsync)).ConfigureAwait(false);
        List<IPAddress> listed = [];
        var codes = new Dictionary<BlocklistCode, int>();
        var policyOnly = 0;
        for (var i = 0; i < answers.Length; i++)
        {
            if (answers[i] is not BlocklistAnswer.Listed listing) continue;
            foreach (var code in listing.Codes) codes[code] = codes.GetValueOrDefault(code) + 1;
            if (listing.IsPolicyOnly) policyOnly++;
            else listed.Add(neighbours[i]);
        }
        return new NeighbourCount(
            source, answers.Count(answer => answer is BlocklistAnswer.Listed or BlocklistAnswer.NotListed), listed, policyOnly,
            [.. codes.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Pattern, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value))],
            answers.OfType<BlocklistAnswer.NotUsable>().FirstOrDefault());

        async Task<BlocklistAnswer?> AskAsync(IPAddress neighbour)
        {
            await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                if (Volatile.Read(ref failures) >= MaxFailures) return null;
                var answer = await lookup.AskBrieflyAsync(source, neighbour, cancellationToken).ConfigureAwait(false);
                if (answer is BlocklistAnswer.NotUsable) Interlocked.Increment(ref failures);
                return answer;
            }
            finally
            {
                gate.Release();
            }
        }
    }
}
