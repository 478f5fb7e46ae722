using Todoku.Knowledge.Images;
using Todoku.Knowledge.Sources;

namespace Todoku.Knowledge;

/// <summary>The knowledge that was compiled into this assembly at build.</summary>
internal static class EmbeddedKnowledge
{
    /// <summary>
    /// Its image, read where the program's file is mapped into memory, so that only what is used is loaded. A resource may begin at any
    /// byte; the machines that Todoku runs on (x64, arm64) read unaligned numbers.
    /// </summary>
    public static unsafe KnowledgeImage Image()
    {
        using var stream = Open("knowledge.image");
        if (stream is UnmanagedMemoryStream mapped) return KnowledgeImage.Open(mapped);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return KnowledgeImage.Open(bytes);
    }

    /// <summary>The files it was made of.</summary>
    public static List<SourceFile> Sources()
    {
        using var stream = Open("knowledge.sources");
        return SourceArchive.Read(stream);
    }

    private static Stream Open(string name) =>
        typeof(EmbeddedKnowledge).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"This build of Todoku holds no {name}: build it from its solution, which compiles knowledge/ into it.");
}
