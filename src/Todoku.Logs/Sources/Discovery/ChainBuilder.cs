namespace Todoku.Logs.Sources.Discovery;

/// <summary>
/// Strings files together that follow each other in time, so that a rotated set is read as one log and only logs that really run side
/// by side have to be merged. A file goes to the chain that ends before it begins: one of its own set if there is one, else the
/// first.
/// </summary>
internal static class ChainBuilder
{
    // Writers with several threads put neighbouring lines down in any order.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(5);

    /// <summary>Builds the chains; files without any time get one each.</summary>
    public static IReadOnlyList<IReadOnlyList<FoundFile>> Build(IReadOnlyList<FoundFile> files)
    {
        List<List<FoundFile>> chains = [];
        foreach (var file in files.Where(file => file.First is not null).OrderBy(file => file.First).ThenBy(file => file.Last))
        {
            var fitting = chains.Where(chain => chain[^1].Last <= file.First + Slack).ToList();
            var chain = fitting.Find(chain => IsOfSet(chain[^1], file)) ?? fitting.FirstOrDefault();
            if (chain is null) chains.Add([file]);
            else chain.Add(file);
        }
        return [.. chains, .. files.Where(file => file.First is null).Select(file => (List<FoundFile>)[file])];
    }

    private static bool IsOfSet(FoundFile left, FoundFile right) =>
        RotatedName.Parse(left.Path).Family == RotatedName.Parse(right.Path).Family;
}
