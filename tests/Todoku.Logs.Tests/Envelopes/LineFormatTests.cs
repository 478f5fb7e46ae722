using System.Text;
using Todoku.Logs.Envelopes;

namespace Todoku.Logs.Tests.Envelopes;

/// <summary>Golden files: each folder of Cases/LineFormats has lines as found in the wild and the plain lines they are to become.</summary>
public class LineFormatTests
{
    private const string NotWrapped = "(not wrapped)";

    public static TheoryData<string> Folders() =>
        [.. Directory.GetDirectories(LineFormatCases.Folder()).Select(path => Path.GetFileName(path)).Order()];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Rewrites_each_line_into_its_plain_form(string folder)
    {
        var path = Path.Combine(LineFormatCases.Folder(), folder);
        var lines = Lines(Path.Combine(path, "lines.txt"));
        var expected = Lines(Path.Combine(path, "plain.txt"));
        var unwrapper = new LineUnwrapper(LineFormats.All);

        Assert.Equal(expected.Select(line => Show(line)), lines.Select(line => unwrapper.TryUnwrap(line, out var plain) ? Show(plain) : NotWrapped));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Makes_lines_that_the_envelope_reader_reads(string folder)
    {
        var unwrapper = new LineUnwrapper(LineFormats.All);
        foreach (var line in Lines(Path.Combine(LineFormatCases.Folder(), folder, "lines.txt")))
        {
            if (unwrapper.TryUnwrap(line, out var plain)) Assert.True(new EnvelopeReader().TryRead(plain, out _), Show(plain));
        }
    }

    [Fact]
    public void Takes_off_no_more_layers_than_the_limit()
    {
        var line = "Jun  3 10:40:57 mail postfix/smtp[97]: x";
        for (var i = 0; i < LineUnwrapper.MaxLayers + 3; i++) line = "mail_1 | " + line;

        Assert.True(new LineUnwrapper(LineFormats.All).TryUnwrap(Encoding.UTF8.GetBytes(line), out var plain));
        Assert.StartsWith("mail_1 | mail_1 | mail_1 | Jun", Show(plain), StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_a_json_line_of_ten_megabytes()
    {
        var line = $$"""{"time":"2026-06-03T08:40:57Z","log":"{{new string('x', 10_000_000)}}\n"}""";

        Assert.True(new LineUnwrapper(LineFormats.All).TryUnwrap(Encoding.UTF8.GetBytes(line), out var plain));
        Assert.Equal("2026-06-03T08:40:57Z - -: ".Length + 10_000_000, plain.Length);
    }

    [Fact]
    public void Survives_json_nested_a_million_deep()
    {
        var line = "{\"a\":" + new string('[', 1_000_000) + new string(']', 1_000_000) + ",\"log\":\"x\",\"time\":\"2026-06-03T08:40:57Z\"}";

        Assert.True(new LineUnwrapper(LineFormats.All).TryUnwrap(Encoding.UTF8.GetBytes(line), out _));
        Assert.False(new LineUnwrapper(LineFormats.All).TryUnwrap(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 500_000))), out _));
    }

    private static byte[][] Lines(string path)
    {
        var text = Encoding.Latin1.GetString(File.ReadAllBytes(path));
        return [.. text[..^1].Split('\n').Select(Encoding.Latin1.GetBytes)];
    }

    private static string Show(ReadOnlySpan<byte> line) => Encoding.Latin1.GetString(line);
}
