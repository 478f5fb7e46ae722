using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Todoku.Scenarios;

/// <summary>Hands messages to a server on this machine.</summary>
internal static class MailSubmitter
{
    public static async Task SendAsync(int port, string sender, string[] recipients, CancellationToken ct)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, ct);
        var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII);
        await ExpectAsync(reader, "220", ct);
        await SayAsync(stream, reader, "HELO form.customer.example", "250", ct);
        await SayAsync(stream, reader, $"MAIL FROM:<{sender}>", "250", ct);
        foreach (var recipient in recipients) await SayAsync(stream, reader, $"RCPT TO:<{recipient}>", "250", ct);
        await SayAsync(stream, reader, "DATA", "354", ct);
        await SayAsync(stream, reader, $"From: <{sender}>\r\nTo: <{recipients[0]}>\r\nSubject: inquiry\r\n\r\nHello\r\n.", "250", ct);
        await SayAsync(stream, reader, "QUIT", "221", ct);
    }

    private static async Task SayAsync(NetworkStream stream, StreamReader reader, string command, string expected, CancellationToken ct)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(command + "\r\n"), ct);
        await ExpectAsync(reader, expected, ct);
    }

    private static async Task ExpectAsync(StreamReader reader, string code, CancellationToken ct)
    {
        string line;
        do line = await reader.ReadLineAsync(ct) ?? throw new IOException("the server hung up");
        while (line.Length > 3 && line[3] == '-');
        if (!line.StartsWith(code, StringComparison.Ordinal)) throw new IOException($"wanted {code}, got: {line}");
    }
}
