using System.Runtime.CompilerServices;
using System.Text;

namespace Todoku.Relay.Tests.Bounces;

/// <summary>Files beside the tests. They hold LF where messages have CRLF.</summary>
internal static class Cases
{
    /// <summary>A message from a file.</summary>
    public static byte[] Message(string file) => Encoding.UTF8.GetBytes(File.ReadAllText(Path.Combine(Folder(), file)).ReplaceLineEndings("\r\n"));

    /// <summary>Holds a message against a file; on a difference <c>FILE.received</c> is written: look at it, and move it over the old one when it is right.</summary>
    public static void Compare(string file, ReadOnlySpan<byte> message)
    {
        var text = Encoding.UTF8.GetString(message);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        var received = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        var path = Path.Combine(Folder(), file);
        var expected = File.Exists(path) ? File.ReadAllText(path) : "";
        if (expected != received) File.WriteAllText($"{path}.received", received);
        Assert.Equal(expected, received);
    }

    /// <summary>The names of files.</summary>
    public static IEnumerable<string> Names(string pattern) => Directory.EnumerateFiles(Folder(), pattern).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    /// <summary>Where they are.</summary>
    public static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here) ?? "", "Cases");
}
