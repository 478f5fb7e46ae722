using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Todoku.Scenarios;

/// <summary>The world that <c>todoku demo --keep</c> leaves running: it answers, and it ends when it is told to.</summary>
public sealed partial class DemoKeepTests
{
    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task The_world_answers_until_it_is_ended(string signal)
    {
        if (TodokuCommand.Missing() is { } missing)
        {
            if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(missing);
            Assert.Skip(missing);
        }
        var ct = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo(TodokuCommand.BinaryPath, ["demo", "--keep", "--lang", "en"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("todoku did not start");
        var (folder, mailbox) = ("", "");
        while (await process.StandardOutput.ReadLineAsync(ct) is { } line && !line.StartsWith("  relay", StringComparison.Ordinal))
        {
            if (line.StartsWith("  files", StringComparison.Ordinal)) folder = Folder().Match(line).Value;
            if (line.StartsWith("  mailbox", StringComparison.Ordinal)) mailbox = line.Split(' ')[^1];
        }

        var inbox = await TodokuCommand.RunAsync(ct, "sandbox", "inbox", "--url", mailbox);
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        var rest = await process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);

        Assert.Equal((0, 0), (inbox.Status, process.ExitCode));
        Assert.Contains("accepted  gmail-smtp-in.l.google.com", inbox.Output, StringComparison.Ordinal);
        Assert.Equal($"\nThe world has ended. Its files are still in {folder}; delete them when you are done.\n", rest);
        Assert.Equal("", await process.StandardError.ReadToEndAsync(ct));
        Assert.True(File.Exists(Path.Combine(folder, "mail.log")));
        Directory.Delete(folder, recursive: true);
    }

    [GeneratedRegex("/[^ ]+")]
    private static partial Regex Folder();
}
