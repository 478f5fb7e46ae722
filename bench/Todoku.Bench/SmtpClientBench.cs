using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Todoku.Smtp.Client;
using Todoku.Smtp.Client.Connecting;
using Todoku.Smtp.Client.Messages;
using Todoku.Smtp.Client.Outcomes;
using Todoku.Smtp.Envelopes;

namespace Todoku.Bench;

/// <summary>How many messages a second the SMTP client hands to a sink on loopback, connections kept: smtp PORT SESSIONS SECONDS SIZE.</summary>
internal static class SmtpClientBench
{
    public static async Task RunAsync(string[] args)
    {
        var numbers = args.Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        var (port, sessions, seconds, size) = (numbers[0], numbers[1], numbers[2], numbers[3]);
        var content = MessageContent.FromOctets(Encoding.ASCII.GetBytes(Message(size)));
        await MeasureAsync(port, sessions, TimeSpan.FromSeconds(1), content);
        var cpu = Environment.CpuUsage.TotalTime;
        var allocated = GC.GetTotalAllocatedBytes();
        var start = Stopwatch.GetTimestamp();
        var count = await MeasureAsync(port, sessions, TimeSpan.FromSeconds(seconds), content);
        var taken = Stopwatch.GetElapsedTime(start);
        cpu = Environment.CpuUsage.TotalTime - cpu;
        Console.WriteLine($"{sessions} sessions, {size} octets: {count / taken.TotalSeconds:n0} messages/s, {cpu.TotalMicroseconds / count:0.0} us of processor and {(GC.GetTotalAllocatedBytes() - allocated) / count:n0} bytes allocated a message, {cpu / taken:0.00} cores");
    }

    private static async Task<long> MeasureAsync(int port, int sessions, TimeSpan limit, MessageContent content)
    {
        var start = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, sessions).Select(_ => Task.Run(async () =>
        {
            var opening = await SmtpClientSession.OpenAsync(
                new SocketConnector(TimeProvider.System), new SmtpEndpoint(new IPEndPoint(IPAddress.Loopback, port)), new SmtpClientOptions { HelloName = "bench.example" }, TimeProvider.System, default);
            var session = ((SmtpOpening.Ready)opening).Session;
            var envelope = new OutgoingEnvelope(Box("sender@example.org"), MailParameters.None, [new OutgoingRecipient(Box("recipient@example.com"), RecipientParameters.None)]);
            var count = 0L;
            while (Stopwatch.GetElapsedTime(start) < limit)
            {
                var outcome = await session.SendAsync(envelope, content, default);
                if (outcome is not SmtpAttemptOutcome.Answered { Results: [{ Status: RecipientStatus.Accepted }] }) throw new InvalidOperationException(outcome.ToString());
                count++;
            }
            await session.QuitAsync(default);
            return count;
        })));
        return counts.Sum();
    }

    private static Mailbox Box(string address) => MailboxParser.TryParse(Encoding.ASCII.GetBytes(address), out var mailbox) ? mailbox! : throw new ArgumentException(address);

    private static string Message(int size)
    {
        var text = new StringBuilder("From: sender@example.org\r\nTo: recipient@example.com\r\nSubject: bench\r\n\r\n");
        while (text.Length < size - 72) text.Append("0123456789012345678901234567890123456789012345678901234567890123456789\r\n");
        return text.ToString();
    }
}
