using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Todoku.Cli.Tests.BlackBox;

/// <summary>The native binary that <c>./todoku</c> builds, run as a user runs it.</summary>
internal static class Binary
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Its path; a test that needs it is skipped where it was not built, but not where everything must run.</summary>
    public static string Path()
    {
        var path = Environment.GetEnvironmentVariable("TODOKU_BINARY") ?? System.IO.Path.Combine(Root(), "artifacts", "todoku", "todoku");
        if (File.Exists(path)) return path;
        const string reason = "the native binary is not built: run ./todoku --version first";
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(reason);
        Assert.Skip(reason);
        return path;
    }

    /// <summary>Starts a shell command in which <c>$todoku</c> is the binary.</summary>
    public static Process Start(string command, string workingFolder = "/tmp")
    {
        var start = new ProcessStartInfo("/bin/bash", ["-c", command])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingFolder,
            Environment = { ["todoku"] = Path(), ["LC_ALL"] = "C.UTF-8", ["NO_COLOR"] = "", ["TERM"] = "xterm-256color" },
        };
        return Process.Start(start) ?? throw new InvalidOperationException("bash did not start");
    }

    /// <summary>Runs a shell command to its end.</summary>
    public static async Task<(int Status, string Output, string Error)> RunAsync(string command, string input = "")
    {
        using var process = Start(command);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (input.Length > 0) await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await output, await error);
    }

    private static string Root([CallerFilePath] string here = "")
    {
        var folder = System.IO.Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder, "Todoku.slnx"))) folder = System.IO.Path.GetDirectoryName(folder);
        return folder ?? "";
    }
}
