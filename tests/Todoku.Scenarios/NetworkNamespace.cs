using System.Diagnostics;

namespace Todoku.Scenarios;

/// <summary>A network of its own, without any way out, whose one host has the addresses that a test wants: servers on well-known ports, as the internet has them. Needs root.</summary>
internal sealed class NetworkNamespace : IAsyncDisposable
{
    private readonly Process _keeper;
    private readonly List<Process> _servers = [];

    private NetworkNamespace(Process keeper) => _keeper = keeper;

    /// <summary>Why it can't be made here; null when it can.</summary>
    public static string? Missing()
    {
        if (!OperatingSystem.IsLinux()) return "needs Linux";
        foreach (var program in (string[])["/usr/bin/unshare", "/usr/bin/nsenter", "/usr/sbin/ip"])
            if (!File.Exists(program)) return $"needs {program} (apt-get install util-linux iproute2)";
        return Environment.UserName == "root" ? null : "needs root, for a network namespace";
    }

    /// <summary>Makes one.</summary>
    public static async Task<NetworkNamespace> StartAsync(CancellationToken ct, params string[] addresses)
    {
        var script = $"ip link set lo up && {string.Concat(addresses.Select(address => $"ip addr add {address}/{(address.Contains(':', StringComparison.Ordinal) ? "128" : "32")} dev lo && "))}echo ready && exec sleep infinity";
        var keeper = Launch("/usr/bin/unshare", "--net", "sh", "-c", script);
        if (await keeper.StandardOutput.ReadLineAsync(ct) != "ready") throw new InvalidOperationException($"no namespace: {await keeper.StandardError.ReadToEndAsync(ct)}");
        return new NetworkNamespace(keeper);
    }

    /// <summary>Starts a server that lives as long as the namespace, and waits until it has written a line with <paramref name="ready"/>.</summary>
    /// <returns>Its process.</returns>
    public async Task<Process> ServeAsync(string ready, string program, IReadOnlyList<string> arguments, CancellationToken ct)
    {
        var server = Inside(program, [.. arguments], null);
        _servers.Add(server);
        var said = new List<string>();
        while (await server.StandardError.ReadLineAsync(ct) is { } line)
        {
            if (line.Contains(ready, StringComparison.Ordinal))
            {
                // What it writes later must not fill the pipe.
                _ = server.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return server;
            }
            said.Add(line);
        }
        throw new InvalidOperationException($"{program} ended: {string.Join('\n', said)}");
    }

    /// <summary>Starts a program in it whose life is the caller's.</summary>
    public Process Start(string program, params string[] arguments) => Inside(program, arguments, null);

    /// <summary>Runs a program in it to its end.</summary>
    /// <param name="input">What it reads.</param>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="ct">Stops the waiting.</param>
    public async Task<(int Status, string Output, string Errors)> RunAsync(string input, string program, IReadOnlyList<string> arguments, CancellationToken ct)
    {
        using var process = Inside(program, [.. arguments], null);
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var errors = process.StandardError.ReadToEndAsync(ct);
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), ct);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading.
        }
        await process.WaitForExitAsync(ct);
        return (process.ExitCode, await output, await errors);
    }

    /// <summary>Runs the built command in it.</summary>
    /// <param name="trusted">A file with the certificates that it is to trust; null: those of the system.</param>
    /// <param name="ct">Stops the waiting.</param>
    /// <param name="arguments">Its arguments.</param>
    public async Task<(int Status, string Output, string Errors)> TodokuAsync(string? trusted, CancellationToken ct, params string[] arguments)
    {
        using var process = StartTodoku(trusted, arguments);
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var errors = process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return (process.ExitCode, await output, await errors);
    }

    /// <summary>Starts the built command in it.</summary>
    public Process StartTodoku(string? trusted, params string[] arguments)
    {
        var process = Inside(TodokuCommand.BinaryPath, arguments, trusted);
        process.StandardInput.Close();
        return process;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _servers.Append(_keeper))
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    // unshare becomes the program that it is given, so that its process is the namespace's.
    private Process Inside(string program, string[] arguments, string? trusted) =>
        trusted is null ? Launch("/usr/bin/nsenter", ["--net", $"--target={_keeper.Id}", program, .. arguments])
            : Launch("/usr/bin/nsenter", ["--net", $"--target={_keeper.Id}", "env", $"SSL_CERT_FILE={trusted}", "SSL_CERT_DIR=/nonexistent", program, .. arguments]);

    private static Process Launch(string program, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })
        ?? throw new InvalidOperationException($"{program} did not start");
}
