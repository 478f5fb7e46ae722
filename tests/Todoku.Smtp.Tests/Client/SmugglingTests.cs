using System.Text;
using CsCheck;
using Todoku.Smtp.Client.Messages;
using Todoku.Smtp.Client.Outcomes;

namespace Todoku.Smtp.Tests.Client;

/// <summary>Whatever a message holds, a server finds one message with the same content, and no command in it.</summary>
public sealed class SmugglingTests
{
    private static readonly Gen<string> Body = Gen.OneOf(
        Gen.Const("\r\n"), Gen.Const("\r"), Gen.Const("\n"), Gen.Const("."), Gen.Const("\0"), Gen.Const("a"), Gen.Const("\r\n.\r\n"), Gen.Const("\n.\n"), Gen.Const("\r.\r"),
        Gen.Const("\r\n.\n"), Gen.Const("\n.\r\n"), Gen.Const("\r\r\n.\r\r\n"), Gen.Const("MAIL FROM:<evil@example.org>\r\n"), Gen.Const("QUIT\r\n"))
        .Array[0, 40].Select(string.Concat);

    [Fact]
    public void A_message_arrives_as_one_by_DATA() => Body.Sample(body => Assert.Equal([Normal(body)], Sent(body, isChunked: false)), iter: 500);

    [Fact]
    public void A_message_arrives_as_one_by_BDAT() => Body.Sample(body => Assert.Equal(Normal(body), string.Concat(Sent(body, isChunked: true))), iter: 500);

    [Fact]
    public void No_bare_CR_or_LF_is_ever_written() => Body.Sample(body =>
    {
        var server = new ScriptedServer();
        Send(server, body, isChunked: false);
        var written = string.Concat(server.Writes.Select(Encoding.Latin1.GetString)).Replace("\r\n", "", StringComparison.Ordinal);
        Assert.DoesNotContain('\r', written);
        Assert.DoesNotContain('\n', written);
    }, iter: 500);

    private static List<string> Sent(string body, bool isChunked)
    {
        var server = new ScriptedServer();
        if (isChunked) server.Keywords = "PIPELINING\nCHUNKING";
        Send(server, body, isChunked);
        Assert.Equal(4, server.Commands.Count);
        return [.. server.Messages.Select(message => isChunked ? Encoding.Latin1.GetString(message) : Unstuffed(Encoding.Latin1.GetString(message)))];
    }

    // The stream gives a few octets at a time, so that line ends are cut at every place.
    private static void Send(ScriptedServer server, string body, bool isChunked)
    {
        var session = Dialogue.OpenAsync(server, Dialogue.Options with { UseChunking = isChunked }).GetAwaiter().GetResult();
        using var stream = new PiecesStream(Encoding.Latin1.GetBytes(body), 1 + (body.Length % 5));
        var outcome = session.SendAsync(Dialogue.Envelope("", "a@example.com"), MessageContent.FromStream(stream, null, false), CancellationToken.None).GetAwaiter().GetResult();
        Assert.IsType<SmtpAttemptOutcome.Answered>(outcome);
        Assert.True(session.IsReusable);
        session.DisposeAsync().AsTask().GetAwaiter().GetResult();
        server.Serving.GetAwaiter().GetResult();
    }

    private static string Normal(string body)
    {
        var lines = body.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\n", "\r\n", StringComparison.Ordinal);
        return lines.Length == 0 || lines.EndsWith('\n') ? lines : lines + "\r\n";
    }

    private static string Unstuffed(string message) =>
        string.Join("\r\n", message.Split("\r\n").Select(line => line.StartsWith('.') ? line[1..] : line));

    private sealed class PiecesStream(byte[] octets, int step) : MemoryStream(octets)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(step, buffer.Length)], cancellationToken);
    }
}
