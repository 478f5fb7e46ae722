using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Todoku.Diagnosis.Checks.Hosts;

/// <summary>The host that Todoku runs on.</summary>
public sealed class LocalHost(TimeProvider time) : IHost
{
    private const int MaxOutput = 256 * 1024;
    private const int MaxFile = 256 * 1024;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    // Servers of the public DNS: only the route to them is asked for, nothing is sent.
    private static readonly IPEndPoint Far4 = IPEndPoint.Parse("8.8.8.8:53");
    private static readonly IPEndPoint Far6 = IPEndPoint.Parse("[2001:4860:4860::8888]:53");

    // Not in the path of every user.
    private static readonly string[] Folders = ["/usr/sbin", "/usr/local/sbin", "/opt/postfix/sbin", "/usr/bin"];

    /// <inheritdoc/>
    public async Task<string?> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var path = Folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
        if (path is null || Start(path, arguments) is not { } process) return null;
        using var limit = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using (process)
        {
            try
            {
                return await ReadAsync(process, either.Token).ConfigureAwait(false);
            }
            catch (Exception error) when (error is IOException or OperationCanceledException)
            {
                cancellationToken.ThrowIfCancellationRequested();
                return null;
            }
            finally
            {
                Kill(process);
            }
        }
    }

    /// <inheritdoc/>
    public string? ReadText(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var bytes = new byte[MaxFile];
            return Encoding.UTF8.GetString(bytes, 0, file.ReadAtLeast(bytes, MaxFile, throwOnEndOfStream: false));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public IPAddress? SourceAddress(AddressFamily family)
    {
        try
        {
            using var socket = new Socket(family, SocketType.Dgram, ProtocolType.Udp);
            socket.Connect(family == AddressFamily.InterNetworkV6 ? Far6 : Far4);
            return (socket.LocalEndPoint as IPEndPoint)?.Address;
        }
        catch (SocketException)
        {
            return null;
        }
    }

    private static Process? Start(string path, IReadOnlyList<string> arguments)
    {
        try
        {
            var process = Process.Start(new ProcessStartInfo(path, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false });
            process?.StandardInput.Close();
            return process;
        }
        catch (Exception error) when (error is Win32Exception or IOException)
        {
            return null;
        }
    }

    private static async Task<string?> ReadAsync(Process process, CancellationToken cancellationToken)
    {
        // Read beside the output: a full pipe would stop the program.
        var complaints = process.StandardError.BaseStream.CopyToAsync(Stream.Null, cancellationToken);
        var bytes = new byte[MaxOutput];
        var length = await process.StandardOutput.BaseStream.ReadAtLeastAsync(bytes, MaxOutput, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        if (length == MaxOutput) return null;
        await complaints.ConfigureAwait(false);
        await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        return process.ExitCode == 0 ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }

    private static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception)
        {
            // It ended by itself in the meantime.
        }
    }
}
