using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Todoku.Bench;

/// <summary>Sessions that hand numbered messages in as fast as they are taken, and remember which were promised.</summary>
internal sealed class CrashSessions(int port)
{
    private static readonly string Filling = string.Concat(Enumerable.Repeat("The quick brown fox jumps over the lazy dog, and what was promised is delivered.\r\n", 24));

    private int _number;

    /// <summary>The queue ids of messages that were answered with 250, by their numbers.</summary>
    public ConcurrentDictionary<int, string> Promised { get; } = new();

    /// <summary>Messages that were answered with 4xx.</summary>
    public int Refused;

    /// <summary>Runs sessions until the relay is gone.</summary>
    public Task RunAsync(int sessions) => Task.WhenAll(Enumerable.Range(0, sessions).Select(_ => Task.Run(RunOneAsync)));

    private async Task RunOneAsync()
    {
        try
        {
            using var client = new TcpClient { NoDelay = true };
            await client.ConnectAsync(IPAddress.Loopback, port);
            using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.ASCII);
            await HearAsync(reader);
            await SayAsync(stream, reader, "EHLO client.bench.test\r\n");
            while (true)
            {
                var number = Interlocked.Increment(ref _number);
                if (!(await SayAsync(stream, reader, "MAIL FROM:<sender@bench.test>\r\n")).StartsWith('2')
                    || !(await SayAsync(stream, reader, "RCPT TO:<rcpt@example.test>\r\n")).StartsWith('2')
                    || !(await SayAsync(stream, reader, "DATA\r\n")).StartsWith('3'))
                {
                    Interlocked.Increment(ref Refused);
                    await SayAsync(stream, reader, "RSET\r\n");
                    continue;
                }
                var answer = await SayAsync(stream, reader, $"From: sender@bench.test\r\nSubject: {number}\r\nX-Number: {number}\r\n\r\n{Filling}.\r\n");
                if (answer.StartsWith("250", StringComparison.Ordinal)) Promised[number] = answer[(answer.LastIndexOf(' ') + 1)..];
                else Interlocked.Increment(ref Refused);
            }
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            // The relay was killed, or hung up.
        }
    }

    private static async Task<string> SayAsync(NetworkStream stream, StreamReader reader, string words)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(words));
        return await HearAsync(reader);
    }

    private static async Task<string> HearAsync(StreamReader reader)
    {
        while (true)
        {
            var line = await reader.ReadLineAsync() ?? throw new IOException("the connection ended");
            if (line.Length < 4 || line[3] != '-') return line;
        }
    }
}
