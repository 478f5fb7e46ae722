using System.Buffers.Binary;
using System.Text;
using CsCheck;
using Todoku.Logs.Sources;
using Todoku.Logs.Sources.Opening;

namespace Todoku.Logs.Tests.Sources;

public class JournalExportTests
{
    private const string Head = "__CURSOR=s=0b6d;i=1\n__REALTIME_TIMESTAMP=1780476057278515\n__MONOTONIC_TIMESTAMP=5\n_BOOT_ID=4dd8\n";

    [Fact]
    public void A_record_becomes_a_line()
    {
        Assert.Equal(
            "2026-06-03T08:40:57.278515-00:00 mail postfix/smtp[9710]: 9B72: to=<a@b.example>, status=sent (250 a=b)\n",
            Read(Text(Head + "_HOSTNAME=mail\nSYSLOG_IDENTIFIER=postfix/smtp\nSYSLOG_PID=9710\n_PID=1\n_COMM=smtp\nMESSAGE=9B72: to=<a@b.example>, status=sent (250 a=b)\n\n")));
    }

    [Fact]
    public void A_binary_message_with_line_ends_becomes_one_line()
    {
        var message = Encoding.Latin1.GetBytes("first\nsecond=x\n\nthird \xff");
        Assert.Equal(
            Encoding.Latin1.GetBytes("2026-06-03T08:40:57.278515-00:00 mail exim4[1]: first second=x  third \xff\n"),
            ReadBytes([.. Text(Head + "_HOSTNAME=mail\n_COMM=exim4\n_PID=1\n"), .. Binary("MESSAGE", message), .. Binary("_OTHER", new byte[70_000]), .. Text("\n")]));
    }

    [Fact]
    public void The_last_record_counts_without_its_empty_line()
    {
        Assert.Equal("2026-06-03T08:40:57.278515-00:00 - -: x\n", Read(Text(Head + "MESSAGE=x")));
    }

    [Fact]
    public void Records_without_a_message_or_a_time_are_passed_over()
    {
        Assert.Equal(
            "2026-06-03T08:40:57.278515-00:00 - -: x\n",
            Read(Text(Head + "_HOSTNAME=mail\n\n\n\n__CURSOR=1\nMESSAGE=no time\n\n" + Head + "MESSAGE=x\n\n")));
    }

    [Fact]
    public void A_message_past_the_limit_is_cut_and_the_next_record_read()
    {
        var text = Read(Text(Head + "MESSAGE=" + new string('x', 3_000_000) + "\n\n" + Head + "MESSAGE=y\n\n"));

        Assert.Equal(2, text.Count(c => c == '\n'));
        Assert.EndsWith(": y\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_length_that_can_not_be_is_no_end_of_the_world()
    {
        byte[] export = [.. Text(Head + "MESSAGE=x\n\n" + Head + "MESSAGE\n"), 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, .. Text("tail\n\n")];

        Assert.StartsWith("2026-06-03T08:40:57.278515-00:00 - -: x\n", Read(export), StringComparison.Ordinal);
    }

    [Fact]
    public void An_export_in_a_compressed_file_is_known_by_its_content()
    {
        using var folder = new TempFolder();
        var path = folder.Write("mail.log", TempFolder.Gzip(Head + "MESSAGE=x\n\n"));

        using var stream = LogOpener.OpenFile(path);

        Assert.Equal("2026-06-03T08:40:57.278515-00:00 - -: x\n", Lines.ReadAll(stream));
    }

    [Fact]
    public void Damaged_exports_never_throw_and_always_end()
    {
        byte[] export = [.. Text(Head + "_HOSTNAME=mail\nMESSAGE=x\n\n" + Head), .. Binary("MESSAGE", Text("a\nb")), .. Text("\n" + Head + "MESSAGE=z\n\n")];
        Gen.Select(Gen.Int[1, export.Length], Gen.Select(Gen.Int[0, export.Length - 1], Gen.Byte).Array[0, 5]).Sample((length, edits) =>
        {
            var damaged = (byte[])export.Clone();
            foreach (var (at, value) in edits) damaged[at] = value;
            Assert.True(ReadBytes(damaged[..length]).Length < 2 * export.Length);
        });
    }

    private static string Read(byte[] export) => Encoding.UTF8.GetString(ReadBytes(export));

    private static byte[] ReadBytes(byte[] export)
    {
        using LogStream stream = LogOpener.OpenStream("journal", new TricklingStream(export));
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Binary(string name, byte[] value)
    {
        var length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, value.Length);
        return [.. Text(name + "\n"), .. length, .. value, (byte)'\n'];
    }
}
