using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Todoku.Scenarios;

/// <summary>A receiver that answers as it is told: a function from stage and argument to the reply, several lines joined by \n.</summary>
internal sealed class ScriptedSmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Any, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, string, string?> _answer;
    private readonly Task _accepting;

    /// <summary>Starts it.</summary>
    /// <param name="answer">Given a verb (<c>CONNECT EHLO MAIL RCPT DATA .</c>) and its argument, the reply; null for the usual one.</param>
    public ScriptedSmtpServer(Func<string, string, string?> answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var sessions = new List<Task>();
        try
        {
            while (true) sessions.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(sessions);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using (client)
            using (var reader = new StreamReader(client.GetStream(), Encoding.Latin1))
            {
                await ConverseAsync(client.GetStream(), reader);
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            // The peer went away, or the test is over.
        }
    }

    private async Task ConverseAsync(NetworkStream stream, StreamReader reader)
    {
        if (await SayAsync(stream, _answer("CONNECT", "") ?? "220 mx.example ESMTP") >= 400) return;
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            var reply = _answer(verb, line) ?? (verb == "DATA" ? "354 go on" : verb == "QUIT" ? "221 bye" : "250 2.0.0 Ok");
            var code = await SayAsync(stream, reply);
            if (verb == "QUIT" || code == 421) return;
            if (code != 354) continue;
            while (await reader.ReadLineAsync(_stop.Token) is { } body && body != ".") ;
            if (await SayAsync(stream, _answer(".", "") ?? "250 2.0.0 Ok: queued as 4ABC1234DE") == 421) return;
        }
    }

    private async Task<int> SayAsync(NetworkStream stream, string reply)
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(reply.Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n"), _stop.Token);
        return int.Parse(reply.AsSpan(0, 3), provider: null);
    }
}
