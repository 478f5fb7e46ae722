namespace Todoku.Knowledge.Sources;

/// <summary>
/// Lays a folder over another: a file of the same path replaces the one below, all others are added. What comes from above
/// stands first, so that its rules are tried first.
/// </summary>
internal static class SourceOverlay
{
    public static List<SourceFile> Lay(IReadOnlyList<SourceFile> above, IReadOnlyList<SourceFile> below)
    {
        var replaced = above.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return [.. above, .. below.Where(file => !replaced.Contains(file.Path))];
    }
}
