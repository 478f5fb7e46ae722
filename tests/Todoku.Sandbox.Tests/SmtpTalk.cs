using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Todoku.Sandbox.Tests;

/// <summary>A client that says what a test says, from an address of its own.</summary>
internal sealed class SmtpTalk : IDisposable
{
    private readonly TcpClient _client;
    private readonly StreamReader _reader;

    private SmtpTalk(TcpClient client)
    {
        _client = client;
        _reader = new StreamReader(client.GetStream(), Encoding.Latin1);
    }

    public static async Task<SmtpTalk> ConnectAsync(string from, string server, int port)
    {
        var client = new TcpClient(new IPEndPoint(IPAddress.Parse(from), 0));
        await client.ConnectAsync(IPAddress.Parse(server), port);
        return new SmtpTalk(client);
    }

    /// <summary>Sends one message.</summary>
    /// <returns>The first refusal, or the last reply; "" when the connection was closed without a word.</returns>
    public static async Task<string> SendAsync(string from, string server, int port, string sender, string recipient, string message, string hello = "web1.hosting.example")
    {
        using var talk = await ConnectAsync(from, server, port);
        var reply = await talk.HearAsync();
        foreach (var line in new[] { $"EHLO {hello}", $"MAIL FROM:<{sender}>", $"RCPT TO:<{recipient}>", "DATA", $"{message.ReplaceLineEndings("\r\n")}\r\n." })
        {
            if (reply.Length == 0 || reply[0] is '4' or '5') return reply;
            reply = await talk.AskAsync(line);
        }
        return reply;
    }

    public async Task<string> AskAsync(string line)
    {
        await _client.GetStream().WriteAsync(Encoding.Latin1.GetBytes($"{line}\r\n"));
        return await HearAsync();
    }

    /// <summary>A reply, its lines joined by a space as logs do it; "" at the end.</summary>
    public async Task<string> HearAsync()
    {
        var lines = new List<string>();
        try
        {
            while (await _reader.ReadLineAsync() is { } line)
            {
                lines.Add(line);
                if (line.Length < 4 || line[3] == ' ') break;
            }
        }
        catch (IOException)
        {
            // Reset: as good as closed.
        }
        return string.Join(' ', lines);
    }

    public void Dispose()
    {
        _reader.Dispose();
        _client.Dispose();
    }
}
