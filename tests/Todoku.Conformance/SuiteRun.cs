using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Todoku.Conformance;

/// <summary>
/// One run of a suite of shared/conformance against the built command. The suite serves its own DNS on the loopback interface, calls the command, and
/// ends with 0 only when every case passed.
/// </summary>
/// <param name="Status">What the suite ended with.</param>
/// <param name="Output">What it printed: a line for each case that failed, then the count.</param>
internal sealed record SuiteRun(int Status, string Output)
{
    /// <summary>Debian's own Python, for which python3-dnspython and python3-yaml install their modules.</summary>
    private const string Python = "/usr/bin/python3";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>The built command: TODOKU_BINARY, else where ./todoku builds it.</summary>
    public static string Binary => Environment.GetEnvironmentVariable("TODOKU_BINARY") is { Length: > 0 } path ? path : Built();

    /// <summary>
    /// Runs a suite to its end. The test is skipped, saying why, when the suite is not here; also when the command or Python's modules are missing,
    /// unless CI is set: there both must have been made ready, so that nothing is skipped unnoticed.
    /// </summary>
    /// <param name="script">File name in shared/conformance: <c>spf_suite.py</c>.</param>
    /// <param name="arguments">Arguments of the suite; <c>{binary}</c> stands for the path of the command, quoted for its templates.</param>
    public static async Task<SuiteRun> RunAsync(string script, params string[] arguments)
    {
        var suite = SharedFile($"conformance/{script}");
        await RequireAsync();
        var (status, output) = await RunPythonAsync([suite, .. arguments.Select(argument => argument.Replace("{binary}", $"'{Binary}'", StringComparison.Ordinal))]);
        return new SuiteRun(status, output);
    }

    /// <summary>Runs a suite that speaks to a server; no built command is needed.</summary>
    public static async Task<SuiteRun> RunAgainstServerAsync(string script, params string[] arguments)
    {
        var suite = SharedFile($"conformance/{script}");
        if (!File.Exists(Python)) Missing("needs Python (apt-get install python3)");
        var (status, output) = await RunPythonAsync([suite, .. arguments]);
        return new SuiteRun(status, output);
    }

    /// <summary>The path of a file or folder of shared/; the test is skipped when it isn't there.</summary>
    public static string SharedFile(string name)
    {
        var folder = Environment.GetEnvironmentVariable("TODOKU_SHARED") is { Length: > 0 } given ? given : Above();
        var path = folder is null ? null : Path.Combine(folder, name);
        if (path is null || !Path.Exists(path)) Assert.Skip($"shared/{name} is not here: set TODOKU_SHARED to the folder that holds it");
        return path!;
    }

    /// <summary>Holds that every case passed; the message is what the suite printed.</summary>
    public void AssertPassed() => Assert.True(Status == 0, Output);

    private static async Task RequireAsync()
    {
        if (!File.Exists(Binary)) Missing($"needs the binary {Binary} (run ./todoku once)");
        if (!File.Exists(Python)) Missing("needs Python (apt-get install python3 python3-dnspython python3-yaml)");
        var (status, _) = await RunPythonAsync(["-c", "import dns.resolver, yaml"]);
        if (status != 0) Missing("needs Python modules (apt-get install python3-dnspython python3-yaml)");
    }

    private static void Missing(string what)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(what);
        Assert.Skip(what);
    }

    private static async Task<(int Status, string Output)> RunPythonAsync(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(Python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        // What runs beside must not write into the shared folder.
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{Python} did not start");
        process.StandardInput.Close();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static string? Above()
    {
        for (var folder = new DirectoryInfo(Root()); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared");
            if (Directory.Exists(Path.Combine(candidate, "conformance"))) return candidate;
        }
        return null;
    }

    private static string Built() => Path.Combine(Root(), "artifacts", "todoku", "todoku");

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here) ?? "", "..", ".."));
}
