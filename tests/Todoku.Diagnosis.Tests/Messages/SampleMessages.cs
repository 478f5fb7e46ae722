namespace Todoku.Diagnosis.Tests.Messages;

/// <summary>The messages of samples/messages.</summary>
internal static class SampleMessages
{
    public static string Folder { get; } = Find();

    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.eml").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Todoku.slnx"))) return Path.Combine(folder.FullName, "samples", "messages");
        throw new DirectoryNotFoundException("The repository is not above the tests.");
    }
}
