namespace Todoku.Architecture.Tests;

/// <summary>The tree speaks of the product alone.</summary>
public sealed class WordingTests
{
    // Written in pieces, so that this file does not hold them.
    private static readonly string[] Banned =
    [
        "Co-Authored" + "-By", "Generated" + " with", "language" + " model", "chat" + "gpt", "open" + "ai", "anthro" + "pic", "co" + "pilot", "api.nu" + "get.org", "registry.npm" + "js",
        "/wo" + "rk/", "/ro" + "ot/.", "/tmp/bash" + "_jobs",
    ];

    private static readonly string[] Folders = ["src", "tests", "docs", "eng", "bench", "samples", "lab", ".ci"];

    private static readonly string[] TextFiles = [".cs", ".md", ".toml", ".sh", ".csproj", ".props", ".targets", ".txt", ".css", ".slnx", ""];

    [Fact]
    public void No_file_speaks_of_how_it_came_to_be()
    {
        var roots = Directory.EnumerateFiles(SourceTree.Root).Select(path => Path.GetFileName(path) ?? "");
        var files = Folders.SelectMany(SourceTree.Files).Concat(roots).Where(path => TextFiles.Contains(Path.GetExtension(path)));

        var found = files.SelectMany(path => Banned.Where(word => SourceTree.Read(path).Contains(word, StringComparison.OrdinalIgnoreCase)).Select(word => $"{path}: {word}"));

        Assert.Empty(found);
    }
}
