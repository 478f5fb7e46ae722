using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Todoku.Bench;

/// <summary>A server that counts how often each numbered message came, and, when told to, hangs up at any stage of a dialogue.</summary>
internal sealed class CrashSink : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly double _hangUps;

    public CrashSink(double hangUps)
    {
        _hangUps = hangUps;
        _listener.Start(512);
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How often a message was taken, by its number.</summary>
    public ConcurrentDictionary<int, int> Taken { get; } = new();

    /// <summary>Whether it takes no mail now.</summary>
    public volatile bool IsClosed;

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        while (true)
        {
            var client = await _listener.AcceptTcpClientAsync();
            _ = Task.Run(() => ServeAsync(client));
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using var owned = client;
            client.NoDelay = true;
            using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            if (IsClosed || HangsUp()) return;
            await SayAsync(stream, "220 sink.bench.test");
            while (await reader.ReadLineAsync() is { } line)
            {
                if (HangsUp()) return;
                var verb = line.Length < 4 ? line : line[..4].ToUpperInvariant();
                if (verb == "EHLO") await SayAsync(stream, "250-sink.bench.test\r\n250-PIPELINING\r\n250 ENHANCEDSTATUSCODES");
                else if (verb == "MAIL" && IsClosed) await SayAsync(stream, "451 4.3.0 not now");
                else if (verb == "DATA" && !await TakeAsync(stream, reader)) return;
                else if (verb == "QUIT") return;
                else if (verb != "DATA") await SayAsync(stream, "250 2.0.0 Ok");
            }
        }
        catch (IOException)
        {
            // The other side is gone.
        }
    }

    private async Task<bool> TakeAsync(NetworkStream stream, StreamReader reader)
    {
        await SayAsync(stream, "354 go on");
        var number = -1;
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("X-Number: ", StringComparison.Ordinal)) number = int.Parse(line[10..], System.Globalization.CultureInfo.InvariantCulture);
            if (line != ".") continue;
            if (HangsUp()) return false;
            if (number >= 0) Taken.AddOrUpdate(number, 1, (_, count) => count + 1);
            // The worst moment: it is taken, and nobody learns of it.
            if (HangsUp()) return false;
            await SayAsync(stream, "250 2.0.0 Ok");
            return true;
        }
        return false;
    }

    private bool HangsUp() => _hangUps > 0 && Random.Shared.NextDouble() < _hangUps;

    private static async Task SayAsync(NetworkStream stream, string words) => await stream.WriteAsync(Encoding.ASCII.GetBytes(words + "\r\n"));
}
