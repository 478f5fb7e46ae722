namespace Todoku.Knowledge.Toml;

/// <summary>Finds the word that a mistyped one may have meant.</summary>
public static class Spelling
{
    private const int MaxLength = 64;

    /// <summary>The nearest word that is at most two edits away; null when none is.</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        var (nearest, distance) = (default(string), 3);
        foreach (var candidate in candidates)
        {
            if (Distance(candidate, word) is var d && d < distance) (nearest, distance) = (candidate, d);
        }
        return nearest;
    }

    // Levenshtein distance.
    private static int Distance(string a, string b)
    {
        if (b.Length >= MaxLength) return int.MaxValue;
        Span<int> row = stackalloc int[MaxLength];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1));
                corner = above;
            }
        }
        return row[b.Length];
    }
}
