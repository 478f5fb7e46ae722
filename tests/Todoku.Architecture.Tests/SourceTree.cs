using System.Runtime.CompilerServices;

namespace Todoku.Architecture.Tests;

/// <summary>The files of this repository.</summary>
internal static class SourceTree
{
    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The names of the projects in src/.</summary>
    public static IReadOnlyList<string> Projects { get; } =
        [.. Directory.EnumerateDirectories(Path.Combine(Root, "src")).Select(path => Path.GetFileName(path) ?? "").Order(StringComparer.Ordinal)];

    /// <summary>All C# files below a folder, by path relative to the root.</summary>
    public static IReadOnlyList<string> Code(string folder) => [.. Files(folder).Where(path => path.EndsWith(".cs", StringComparison.Ordinal))];

    /// <summary>All files below a folder, by path relative to the root; what builds leave behind is not there.</summary>
    public static IReadOnlyList<string> Files(string folder)
    {
        var path = Path.Combine(Root, folder);
        return Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Root, file)).Where(IsSource).Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>The text of a file.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static bool IsSource(string path) =>
        !path.Split('/').Any(part => part is "bin" or "obj" or "artifacts" or ".git") && !path.Contains(".received", StringComparison.Ordinal);

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(Path.Combine(folder, "Todoku.slnx"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("no folder above this test holds Todoku.slnx");
    }
}
