using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Todoku.Authentication.Tests.MtaSts;

/// <summary>A web server on loopback that speaks TLS and answers every request with the octets that a test gives; without any it stays silent.</summary>
internal sealed class PolicyServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate;
    private readonly Func<string, string?> _answer;

    public PolicyServer(X509Certificate2 certificate, Func<string, string?> answer)
    {
        (_certificate, _answer) = (certificate, answer);
        _listener.Start();
        _ = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Whether the connection stays open behind the answer.</summary>
    public bool HoldsOpen { get; init; }

    /// <summary>Fires when a request has come.</summary>
    public SemaphoreSlim Asked { get; } = new(0);

    /// <summary>An answer with a body.</summary>
    public static string Answer(string body, string type = "text/plain", string status = "200 OK", string more = "") =>
        $"HTTP/1.1 {status}\r\n{(type.Length > 0 ? $"Content-Type: {type}\r\n" : "")}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{more}\r\n{body}";

    public void Dispose()
    {
        _listener.Dispose();
        _certificate.Dispose();
        Asked.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await ServeAsync(client);
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using var stream = new SslStream(client.GetStream());
            await stream.AuthenticateAsServerAsync(_certificate);
            var buffer = new byte[8192];
            var length = 0;
            while (!buffer.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
            {
                var read = await stream.ReadAsync(buffer.AsMemory(length));
                if (read == 0) return;
                length += read;
            }
            var answer = _answer(Encoding.ASCII.GetString(buffer, 0, length));
            if (answer is not null) await stream.WriteAsync(Encoding.UTF8.GetBytes(answer));
            Asked.Release();
            if (!HoldsOpen) return;
            while (await stream.ReadAsync(buffer) > 0)
            {
            }
        }
        catch (Exception error) when (error is IOException or AuthenticationException)
        {
            // The client went away, or did not take the certificate.
        }
    }
}
