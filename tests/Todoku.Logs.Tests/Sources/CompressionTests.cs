using System.Text;
using Todoku.Logs.Sources;
using Todoku.Logs.Sources.Opening;

namespace Todoku.Logs.Tests.Sources;

public class CompressionTests
{
    private static readonly string Cases = Path.GetFullPath(Path.Combine(Envelopes.LineFormatCases.Folder(), "..", "Compressed"));
    private static readonly string Expected = File.ReadAllText(Path.Combine(Cases, "expected.txt"));

    public static TheoryData<string> Files() => ["two-members.gz", "two-streams.bz2", "three-streams.xz", "blocks.xz", "two-frames.zst", "expected.txt", "level-9.xz", "window.zst"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Reads_what_is_inside_whatever_the_name(string file)
    {
        using var folder = new TempFolder();
        var path = folder.Write("mail.log", File.ReadAllBytes(Path.Combine(Cases, file)));

        using var stream = LogOpener.OpenFile(path);

        Assert.Equal(Expected, Lines.ReadAll(stream));
        Assert.Null(stream.Problem);
        Assert.Equal(new FileInfo(path).Length, stream.StoredBytesRead);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Reads_the_same_from_standard_input(string file)
    {
        using var stream = LogOpener.OpenStream("standard input", new TricklingStream(File.ReadAllBytes(Path.Combine(Cases, file))));

        Assert.Equal(Expected, Lines.ReadAll(stream));
        Assert.Null(stream.Problem);
    }

    [Theory]
    [InlineData("two-members.gz")]
    [InlineData("two-streams.bz2")]
    [InlineData("three-streams.xz")]
    [InlineData("blocks.xz")]
    [InlineData("two-frames.zst")]
    public void Delivers_what_comes_before_the_end_of_a_file_cut_anywhere(string file)
    {
        using var folder = new TempFolder();
        var whole = File.ReadAllBytes(Path.Combine(Cases, file));
        for (var length = 40; length < whole.Length - 8; length += 131)
        {
            using var stream = LogOpener.OpenFile(folder.Write("mail.log", whole[..length]));
            var text = Lines.ReadAll(stream);

            Assert.StartsWith(text, Expected, StringComparison.Ordinal);
            Assert.True(stream.Problem is { Kind: LogProblemKind.BrokenCompression } || IsWholePart(file, text), $"cut at {length}");
        }
    }

    [Fact]
    public void Delivers_all_lines_of_a_gzip_file_that_were_written_before_it_was_cut()
    {
        using var folder = new TempFolder();
        var whole = TempFolder.Gzip(Lines.Iso("2026-06-03", 5000));
        using var stream = LogOpener.OpenFile(folder.Write("mail.log.gz", whole[..^20]));

        Assert.True(Lines.ReadAll(stream).Length > Lines.Iso("2026-06-03", 4990).Length);
        Assert.Equal(LogProblemKind.BrokenCompression, stream.Problem?.Kind);
    }

    [Fact]
    public void Damage_in_the_middle_never_throws()
    {
        using var folder = new TempFolder();
        var random = new Random(7);
        foreach (var file in new[] { "two-members.gz", "two-streams.bz2", "blocks.xz", "three-streams.xz", "two-frames.zst" })
        {
            var whole = File.ReadAllBytes(Path.Combine(Cases, file));
            for (var i = 0; i < 60; i++)
            {
                var damaged = (byte[])whole.Clone();
                for (var j = 0; j < 3; j++) damaged[random.Next(12, damaged.Length)] ^= (byte)random.Next(1, 256);
                using var stream = LogOpener.OpenFile(folder.Write("mail.log", damaged));
                Lines.ReadAll(stream);
            }
        }
    }

    [Fact]
    public void Refuses_an_xz_dictionary_over_the_limit_and_names_the_file()
    {
        using var folder = new TempFolder();
        var path = folder.Write("mail.log.2.xz", File.ReadAllBytes(Path.Combine(Cases, "large-dictionary.xz")));
        using var stream = LogOpener.OpenFile(path);

        Assert.Equal("", Lines.ReadAll(stream));
        Assert.Equal(new LogProblem(path, LogProblemKind.WindowTooLarge, "64 MiB"), stream.Problem);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Delivers_all_that_stands_before_a_dictionary_over_the_limit(bool inOneStream)
    {
        using var folder = new TempFolder();
        var (small, large) = (File.ReadAllBytes(Path.Combine(Cases, "small-dictionary.xz")), File.ReadAllBytes(Path.Combine(Cases, "large-dictionary.xz")));
        byte[] both = inOneStream ? [.. small[..IndexOf(small)], .. large[12..]] : [.. small, .. large];
        using var stream = LogOpener.OpenFile(folder.Write("mail.log.xz", both));

        Assert.Equal(string.Concat(Expected.Split('\n').Take(100).Select(line => line + "\n")), Lines.ReadAll(stream));
        Assert.Equal(LogProblemKind.WindowTooLarge, stream.Problem?.Kind);
    }

    [Fact]
    public void Refuses_a_Zstandard_window_over_the_limit()
    {
        using var folder = new TempFolder();
        byte[] both = [.. File.ReadAllBytes(Path.Combine(Cases, "two-frames.zst")), .. File.ReadAllBytes(Path.Combine(Cases, "large-window.zst"))];
        using var stream = LogOpener.OpenFile(folder.Write("mail.log.zst", both));

        Assert.Equal(Expected, Lines.ReadAll(stream));
        Assert.Equal((LogProblemKind.WindowTooLarge, "128 MiB"), (stream.Problem?.Kind, stream.Problem?.Detail));
    }

    [Theory]
    [InlineData("three-streams.xz")]
    [InlineData("blocks.xz")]
    [InlineData("level-9.xz")]
    [InlineData("small-dictionary.xz")]
    public void Follows_every_block_of_an_xz_stream(string file)
    {
        using var stored = new MemoryStream(File.ReadAllBytes(Path.Combine(Cases, file)));
        using var guard = new XzDictionaryGuard(stored, XzLogStream.MaxDictionary);
        var expected = 0L;
        using (var decoder = new SharpCompress.Compressors.Xz.XZStream(new MemoryStream(stored.ToArray())))
        {
            var buffer = new byte[64];
            while (decoder.Read(buffer, 0, buffer.Length) is > 0 and var count) expected += count;
        }
        while (guard.ReadByte() >= 0)
        {
        }
        Assert.Equal(expected, guard.Unpacked);
    }

    [Theory]
    [InlineData("BZh9 is how this line begins\n")]
    [InlineData("\u001f is a control character\n")]
    [InlineData("x")]
    [InlineData("")]
    public void Text_is_not_taken_for_compressed(string text)
    {
        using var stream = LogOpener.OpenStream("x", new MemoryStream(Encoding.UTF8.GetBytes(text)));

        Assert.Equal(text, Lines.ReadAll(stream));
        Assert.Null(stream.Problem);
    }

    // The index begins as many bytes before the footer as the footer says (the .xz file format, section 2.1.2.2).
    private static int IndexOf(byte[] stream) => stream.Length - 12 - ((BitConverter.ToInt32(stream, stream.Length - 8) + 1) * 4);

    // A file cut right between two parts is whole as far as anybody can tell.
    private static bool IsWholePart(string file, string text) =>
        file is "two-members.gz" or "three-streams.xz" && text.EndsWith('\n') && text.Count(c => c == '\n') is 100 or 200;
}
