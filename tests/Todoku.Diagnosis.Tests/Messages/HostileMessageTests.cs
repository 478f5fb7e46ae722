using System.Text;
using CsCheck;
using Todoku.Mail.Messages.Parts;
using static Todoku.Diagnosis.Tests.Messages.MessageWorld;

namespace Todoku.Diagnosis.Tests.Messages;

/// <summary>Whatever a message holds, there is a result, in bounded memory.</summary>
public sealed class HostileMessageTests
{
    private static readonly Gen<byte[]> Mutated =
        from sample in Gen.Int[0, SampleMessages.Names.Count - 1].Select(at => SampleMessages.Read(SampleMessages.Names[at]))
        from edits in Gen.Select(Gen.Int[0, sample.Length - 1], Gen.Int[0, 5], Gen.Byte).Array[0, 12]
        select Mutate(sample, edits);

    [Fact]
    public void Mutated_messages_are_read() => Mutated.Sample(octets => RunAsync(Parse(octets)).GetAwaiter().GetResult().Count > 0, iter: 1_000);

    [Fact]
    public void Random_octets_are_read() => Gen.Byte.Array[0, 400].Sample(octets => RunAsync(Parse(octets)).GetAwaiter().GetResult().Count > 0, iter: 1_000);

    [Fact]
    public async Task Ten_thousand_header_fields_are_read()
    {
        var results = await RunAsync(Parse($"{Required}{string.Concat(Enumerable.Range(0, 10_000).Select(i => $"X-{i}: =?UTF-8?B?44GC?= <a@b.example>\r\n"))}\r\nText.\r\n"));

        Assert.Equal("complete", results.Single(result => result.Check == "message-headers").Outcome);
    }

    [Fact]
    public async Task More_fields_than_are_read_are_said()
    {
        var results = await RunAsync(Parse($"{string.Concat(Enumerable.Range(0, 30_000).Select(i => $"X-{i}: x\r\n"))}{Required}\r\nText.\r\n"));

        Assert.Contains(results, result => result is { Check: "message-headers", Outcome: "unread" });
    }

    [Fact]
    public async Task Of_a_header_that_was_not_read_whole_nothing_is_said_that_the_rest_may_disprove()
    {
        var results = await RunAsync(Parse($"{Required}X-Long: {new string('x', 5_000_000)}\r\n\r\nText.\r\n"));

        Assert.Equal(
            [("message-arc", "cut"), ("message-dkim", "not-seen"), ("message-dmarc", "not-seen"), ("message-headers", "unread")],
            results.Where(result => result.Check is "message-arc" or "message-dkim" or "message-dmarc" or "message-headers").Select(result => (result.Check, result.Outcome)).Order());
    }

    [Fact]
    public async Task Multiparts_nested_a_thousand_deep_are_cut()
    {
        var text = new StringBuilder(Required);
        for (var i = 0; i < 1_000; i++) text.Append($"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n");
        text.Append("\r\nText.\r\n");

        var message = Parse(text.ToString());

        Assert.Equal(PartCut.TooDeep, message.Parts.Cut);
        Assert.Contains(await RunAsync(message), result => result is { Check: "message-parts", Outcome: "too-deep" });
    }

    [Fact]
    public async Task Messages_nested_a_thousand_deep_are_cut()
    {
        var message = Parse(Required + string.Concat(Enumerable.Repeat("Content-Type: message/rfc822\r\n\r\n", 1_000)) + "\r\nText.\r\n");

        Assert.Equal(PartCut.TooDeep, message.Parts.Cut);
        Assert.NotEmpty(await RunAsync(message));
    }

    [Fact]
    public void Very_many_parts_are_cut_in_little_memory()
    {
        var octets = Encoding.ASCII.GetBytes($"{Required}Content-Type: multipart/mixed; boundary=b\r\n\r\n{string.Concat(Enumerable.Repeat("--b\r\n\r\nx\r\n", 500_000))}--b--\r\n");
        var before = GC.GetAllocatedBytesForCurrentThread();

        var message = Parse(octets);

        // The multipart itself counts as one.
        Assert.Equal((PartCut.TooMany, PartLimits.MaxParts - 1), (message.Parts.Cut, message.Parts.Parts.Count));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    [Fact]
    public async Task A_line_without_end_is_no_message_with_parts()
    {
        var message = Parse($"{Required}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nX: {new string('x', 3_000_000)}\r\n\r\nText.\r\n--b--\r\n");

        Assert.Equal(PartCut.EndlessField, message.Parts.Cut);
        Assert.Contains(await RunAsync(message), result => result is { Check: "message-parts", Outcome: "unreadable" });
    }

    [Fact]
    public void A_hundred_megabytes_are_read_where_they_lie()
    {
        var octets = GC.AllocateUninitializedArray<byte>(100 * 1024 * 1024);
        octets.AsSpan().Fill((byte)'A');
        for (var i = 78; i < octets.Length; i += 78) (octets[i - 2], octets[i - 1]) = ((byte)'\r', (byte)'\n');
        Encoding.ASCII.GetBytes($"{Required}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n").CopyTo(octets, 0);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var message = Parse(octets);

        Assert.True(message.Parts.Parts[0].IsTextCut);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    private static byte[] Mutate(byte[] sample, (int At, int Kind, byte Value)[] edits)
    {
        var octets = sample.ToList();
        foreach (var (at, kind, value) in edits)
        {
            var place = Math.Min(at, octets.Count - 1);
            if (place < 0) break;
            if (kind == 0) octets.RemoveAt(place);
            else if (kind == 1) octets.Insert(place, value);
            else if (kind == 2) octets[place] = value;
            else if (kind == 3) octets.RemoveRange(place, Math.Min(value, octets.Count - place));
            else if (kind == 4) octets.InsertRange(place, octets.GetRange(place, Math.Min((int)value, octets.Count - place)));
            else octets[place] = (byte)"\r\n\0=?<>@:;\""[value % 11];
        }
        return [.. octets];
    }
}
