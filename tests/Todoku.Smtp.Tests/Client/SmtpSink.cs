using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Todoku.Smtp.Client.Connecting;

namespace Todoku.Smtp.Tests.Client;

/// <summary>Postfix's test server, a program of its own. Tests are skipped where it is not installed.</summary>
internal sealed class SmtpSink : IAsyncDisposable
{
    private readonly Process _process;

    private SmtpSink(Process process, int port) => (_process, Endpoint) = (process, new SmtpEndpoint(new IPEndPoint(IPAddress.Loopback, port)));

    public SmtpEndpoint Endpoint { get; }

    /// <summary>Starts it and waits until it takes connections.</summary>
    public static async Task<SmtpSink> StartAsync(params string[] options)
    {
        const string Program = "/usr/sbin/smtp-sink";
        if (!File.Exists(Program)) Assert.Skip("needs smtp-sink (apt-get install postfix)");
        var port = FreePort();
        string[] user = Environment.UserName == "root" ? ["-u", "nobody"] : [];
        var process = Process.Start(new ProcessStartInfo(Program, [.. user, .. options, $"127.0.0.1:{port}", "100"]) { RedirectStandardError = true })
            ?? throw new InvalidOperationException("smtp-sink did not start");
        var sink = new SmtpSink(process, port);
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (true)
        {
            if (process.HasExited) throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
                return sink;
            }
            catch (SocketException)
            {
                // Not yet listening.
            }
            await ticks.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
