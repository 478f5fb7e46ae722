using System.Text.Json;
using Todoku.Logs.Reading;

namespace Todoku.Logs.Tests.Reading;

/// <summary>Lines over 16 KB that containerd and docker cut into parts.</summary>
public sealed class PartialLineTests
{
    private const string Stamp = "2026-06-03T08:40:57.278515123Z";
    private const string Other = "Jun  3 10:40:56 mail postfix/qmgr[9]: 9B72C1A0F2: removed";

    private static readonly string Line =
        $"Jun  3 10:40:57 mail postfix/smtp[97]: 9B72C1A0F1: to=<a@example.com>, x={new string('x', 20_000)}, relay=mx.example.com[192.0.2.1]:25, delay=1, dsn=2.0.0, status=sent (250 ok)";

    [Fact]
    public void Joins_the_parts_of_the_runtime_interface() => Same(
        Cri("stdout P", Line[..16_384]) + Cri("stderr F", Other) + Cri("stdout P", Line[16_384..18_000]) + Cri("stdout F", Line[18_000..]));

    [Fact]
    public void Joins_the_parts_of_json_file() => Same(
        Docker("stdout", Line[..16_384]) + Docker("stderr", Other + "\n") + Docker("stdout", Line[16_384..] + "\n"));

    [Fact]
    public void Takes_a_short_text_without_a_line_end_for_a_line()
    {
        var (summary, _) = MemoryLog.Read(Docker("stdout", Other) + Docker("stdout", Other.Replace("F2", "F3", StringComparison.Ordinal) + "\n"));
        Assert.Equal((2L, 2L), (summary.Lines, summary.MailLines));
    }

    [Fact]
    public void Reads_the_parts_there_are_when_the_last_is_missing()
    {
        var whole = Line.Replace("x=", "relay=mx.example.com[192.0.2.1]:25, delay=1, dsn=2.0.0, status=sent (", StringComparison.Ordinal);
        var (summary, _) = MemoryLog.Read(Cri("stdout P", whole[..16_384]));
        Assert.Equal(1, summary.DeliveryLines);
    }

    [Fact]
    public void Bounds_a_line_that_never_ends()
    {
        var parts = new PartialLines();
        for (var i = 0; i < 1000; i++) Assert.True(parts.TryJoin(Bytes(Cri("stdout P", Line[..16_000])[..^1]), i, out _));
        Assert.True(parts.TryTakeLeftover(out var held, out var at, out _));
        Assert.True(held.Length <= PartialLines.MaxLength);
        Assert.Equal(999, at);
        Assert.False(parts.TryTakeLeftover(out _, out _, out _));
    }

    private static void Same(string cut)
    {
        var (expected, lines) = MemoryLog.Read(Other + "\n" + Line + "\n");
        var (summary, joined) = MemoryLog.Read(cut);
        Assert.Equal(1, expected.DeliveryLines);
        Assert.Equal((expected.DeliveryLines, expected.MailLines), (summary.DeliveryLines, summary.MailLines));
        Assert.Equal(lines.Where(line => line.Contains("example.com", StringComparison.Ordinal)), joined.Where(line => line.Contains("example.com", StringComparison.Ordinal)));
    }

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static string Cri(string tag, string text) => $"{Stamp} {tag} {text}\n";

    private static string Docker(string stream, string text) => $$"""{"log":{{JsonSerializer.Serialize(text)}},"stream":"{{stream}}","time":"{{Stamp}}"}""" + "\n";
}
