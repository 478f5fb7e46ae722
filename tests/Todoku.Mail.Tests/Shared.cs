namespace Todoku.Mail.Tests;

/// <summary>Finds the folder of material that is shared between checkouts: TODOKU_SHARED, or "shared" beside or above the repository.</summary>
internal static class Shared
{
    /// <summary>The path of a file in it; the test is skipped when it isn't there.</summary>
    public static string File(string name)
    {
        var folder = Environment.GetEnvironmentVariable("TODOKU_SHARED") ?? Above();
        var path = folder is null ? null : Path.Combine(folder, name);
        if (path is null || !System.IO.File.Exists(path)) Assert.Skip($"shared/{name} is not here: set TODOKU_SHARED to the folder that holds it");
        return path!;
    }

    private static string? Above()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared");
            if (Directory.Exists(Path.Combine(candidate, "corpus")) || Directory.Exists(Path.Combine(candidate, "conformance"))) return candidate;
        }
        return null;
    }
}
