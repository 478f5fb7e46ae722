using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Todoku.Scenarios;

/// <summary>The built command.</summary>
internal static class TodokuCommand
{
    /// <summary>Where the binary is: TODOKU_BINARY, else where ./todoku builds it.</summary>
    public static string BinaryPath => Environment.GetEnvironmentVariable("TODOKU_BINARY") is { Length: > 0 } path ? path : Built();

    /// <summary>Why it can't run; null when it can.</summary>
    public static string? Missing() => File.Exists(BinaryPath) ? null : "needs the binary (run ./todoku once)";

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int Status, string Output, string Errors)> RunAsync(CancellationToken ct, params string[] arguments)
    {
        var start = new ProcessStartInfo(BinaryPath) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("todoku did not start");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var errors = process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return (process.ExitCode, await output, await errors);
    }

    private static string Built([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here) ?? "", "..", "..", "artifacts", "todoku", "todoku"));
}
