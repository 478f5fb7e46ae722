using System.IO.Compression;
using System.Text;

namespace Todoku.Logs.Tests.Sources;

/// <summary>A folder for one test, removed at its end.</summary>
internal sealed class TempFolder : IDisposable
{
    /// <summary>Its path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("todoku-logs-").FullName;

    /// <summary>Path of a file in it.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file; the name's folders are made.</summary>
    /// <param name="name">Name within the folder.</param>
    /// <param name="content">What it holds.</param>
    /// <param name="written">When it was last written; now when not given.</param>
    public string Write(string name, byte[] content, DateTimeOffset? written = null)
    {
        var path = this[name];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        if (written is { } time) File.SetLastWriteTimeUtc(path, time.UtcDateTime);
        return path;
    }

    /// <inheritdoc cref="Write(string, byte[], DateTimeOffset?)"/>
    public string Write(string name, string content, DateTimeOffset? written = null) => Write(name, Encoding.UTF8.GetBytes(content), written);

    /// <summary>Compresses with gzip, without a time in the header.</summary>
    public static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    /// <summary>Cuts a file that may be open elsewhere.</summary>
    public static void Cut(string path, long length)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.SetLength(length);
    }

    /// <summary>Sets permissions.</summary>
    public static void SetMode(string path, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("permissions are those of Unix");
        else File.SetUnixFileMode(path, mode);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
