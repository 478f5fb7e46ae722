using System.Globalization;
using System.Net;
using Todoku.Knowledge.Blocklists;

namespace Todoku.Diagnosis.Checks.Blocklists;

/// <summary>How many of the addresses around one a zone lists.</summary>
/// <param name="Source">The zone.</param>
/// <param name="Asked">How many were looked at and answered.</param>
/// <param name="Listed">The ones listed; those that are only not meant to send mail are not among them.</param>
/// <param name="PolicyOnly">How many are listed only because they are not meant to send mail directly.</param>
/// <param name="Codes">How many carry each code, most frequent first.</param>
/// <param name="Failure">Why the zone could not be asked, or not to the end; null when it could.</param>
public sealed record NeighbourCount(
    BlocklistSource Source,
    int Asked,
    IReadOnlyList<IPAddress> Listed,
    int PolicyOnly,
    IReadOnlyList<(BlocklistCode Code, int Count)> Codes,
    BlocklistAnswer.NotUsable? Failure)
{
    private const int LeastForNetwork = 4;
    private const int MaxShown = 8;

    /// <summary>Whether at least half are listed: then it is the network, not one neighbour.</summary>
    public bool IsNetworkWide => Asked >= LeastForNetwork && Listed.Count * 2 >= Asked;

    /// <summary>Whether at least a quarter are listed: receivers begin to doubt the network.</summary>
    public bool IsFrequent => Asked >= LeastForNetwork && Listed.Count * 4 >= Asked;

    /// <summary>The count in a line, and some of the addresses.</summary>
    /// <param name="network">The range.</param>
    public IReadOnlyList<string> Evidence(string network)
    {
        List<string> lines = [];
        if (Asked > 0)
        {
            var codes = string.Join(", ", Codes.Select(pair => $"{(pair.Code.Name.Length > 0 ? pair.Code.Name : pair.Code.Pattern)} {pair.Count.ToString(CultureInfo.InvariantCulture)}"));
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{network} at {Source.Zone.Name}: {Listed.Count} of {Asked} listed{(codes.Length > 0 ? $" ({codes})" : "")}"));
        }
        if (Listed.Count > 0) lines.Add($"{string.Join(", ", Listed.Take(MaxShown))}{(Listed.Count > MaxShown ? ", ..." : "")}");
        return [.. lines, .. Failure?.Evidence ?? []];
    }
}
