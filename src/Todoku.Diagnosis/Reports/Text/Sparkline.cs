namespace Todoku.Diagnosis.Reports.Text;

/// <summary>The share that failed over time, one block per stretch: a space when nothing was tried, the lowest block when all was delivered.</summary>
internal static class Sparkline
{
    private const string Blocks = "▁▂▃▄▅▆▇█";

    /// <summary>Draws buckets into at most <paramref name="width"/> columns.</summary>
    public static string Of(IReadOnlyList<TimeBucket> buckets, int width)
    {
        if (buckets.Count == 0) return "";
        var columns = Math.Min(width, buckets.Count);
        return string.Create(columns, buckets, static (line, all) =>
        {
            for (var i = 0; i < line.Length; i++)
                line[i] = Block(all, i * all.Count / line.Length, (i + 1) * all.Count / line.Length);
        });
    }

    private static char Block(IReadOnlyList<TimeBucket> buckets, int from, int to)
    {
        long delivered = 0, failed = 0;
        for (var i = from; i < to; i++)
        {
            delivered += buckets[i].Delivered;
            failed += buckets[i].Deferred + buckets[i].Bounced;
        }
        if (delivered + failed == 0) return ' ';
        // The lowest block is kept for "nothing failed".
        return failed == 0 ? Blocks[0] : Blocks[1 + (int)(failed * (Blocks.Length - 2) / (delivered + failed))];
    }
}
