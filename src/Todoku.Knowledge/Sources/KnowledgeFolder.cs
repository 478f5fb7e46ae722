using System.Text;

namespace Todoku.Knowledge.Sources;

/// <summary>The files of a knowledge folder, in the order in which they count.</summary>
internal static class KnowledgeFolder
{
    /// <summary>A file larger than this is none of ours.</summary>
    public const long MaxFileBytes = 8 << 20;

    /// <summary>The public suffix list's path within the folder.</summary>
    public const string PublicSuffixPath = "public_suffix_list.dat";

    /// <summary>Reads all files.</summary>
    /// <exception cref="KnowledgeException">The folder or a file can't be read.</exception>
    public static List<SourceFile> Read(string folder, bool isOverlay = false)
    {
        if (!Directory.Exists(folder)) throw new KnowledgeException(folder, 0, "there is no such folder: give one with providers/, rules/ ... in it");
        var files = new List<SourceFile>();
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var inner = Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (inner == PublicSuffixPath || inner.EndsWith(".toml", StringComparison.Ordinal)) files.Add(ReadFile(path, inner, isOverlay));
        }
        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return files;
    }

    private static SourceFile ReadFile(string path, string inner, bool isOverlay)
    {
        try
        {
            if (new FileInfo(path).Length > MaxFileBytes) throw new KnowledgeException(path, 0, $"the file is larger than {MaxFileBytes >> 20} MB: split it");
            return new SourceFile(inner, File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true)), path, isOverlay);
        }
        catch (DecoderFallbackException)
        {
            throw new KnowledgeException(path, 0, "the file is not UTF-8: save it as UTF-8");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new KnowledgeException(path, 0, $"the file can't be read: {e.Message}");
        }
    }
}
