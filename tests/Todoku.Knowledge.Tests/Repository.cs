namespace Todoku.Knowledge.Tests;

/// <summary>Where things lie outside the test's own folder.</summary>
internal static class Repository
{
    /// <summary>The root of the checkout.</summary>
    public static string Folder { get; } = Above("Todoku.slnx") ?? throw new DirectoryNotFoundException("The tests do not run within a checkout.");

    /// <summary>A file of the material shared between checkouts (TODOKU_SHARED, or "shared" above the checkout); the test is skipped when it isn't there.</summary>
    public static string Shared(string name)
    {
        var folder = Environment.GetEnvironmentVariable("TODOKU_SHARED") ?? (Above($"shared/{name}") is { } above ? Path.Combine(above, "shared") : null);
        var path = folder is null ? null : Path.Combine(folder, name);
        if (path is null || !File.Exists(path)) Assert.Skip($"shared/{name} is not here: set TODOKU_SHARED to the folder that holds it");
        return path!;
    }

    private static string? Above(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Path.Exists(Path.Combine(folder.FullName, name))) return folder.FullName;
        }
        return null;
    }
}
