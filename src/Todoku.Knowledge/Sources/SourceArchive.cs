using System.IO.Compression;

namespace Todoku.Knowledge.Sources;

/// <summary>The files of a knowledge folder in one stream: they travel with the program, so that a folder of the user's own can be laid over them.</summary>
internal static class SourceArchive
{
    public static void Write(IReadOnlyList<SourceFile> files, Stream target)
    {
        using var compressed = new BrotliStream(target, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(compressed);
        writer.Write(files.Count);
        foreach (var file in files)
        {
            writer.Write(file.Path);
            writer.Write(file.Text);
        }
    }

    public static List<SourceFile> Read(Stream source)
    {
        using var reader = new BinaryReader(new BrotliStream(source, CompressionMode.Decompress));
        var files = new List<SourceFile>();
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            var path = reader.ReadString();
            files.Add(new SourceFile(path, reader.ReadString(), $"knowledge/{path}"));
        }
        return files;
    }
}
