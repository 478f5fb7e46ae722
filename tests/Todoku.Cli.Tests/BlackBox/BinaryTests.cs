using System.Diagnostics;
using System.Text.Json;

namespace Todoku.Cli.Tests.BlackBox;

/// <summary>What only the real program shows: exit statuses, pipes, signals, terminals.</summary>
public sealed class BinaryTests
{
    [Fact]
    public async Task Prints_its_version() => Assert.Matches(@"^todoku \d", (await Binary.RunAsync("$todoku --version")).Output);

    [Fact]
    public async Task Diagnoses_a_log_that_is_piped_in()
    {
        var (status, output, error) = await Binary.RunAsync("$todoku diagnose - --offline --lang en", LogText.RefusedByGoogle());

        Assert.Equal((1, ""), (status, error));
        Assert.StartsWith("✗ Google", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$todoku diagnose /no/such.log", 3)]
    [InlineData("$todoku diagnose --bogus", 2)]
    [InlineData("$todoku --help", 0)]
    [InlineData("$todoku explain '550 5.1.1 user unknown'", 0)]
    public async Task Ends_with_the_status_that_scripts_rely_on(string command, int expected) => Assert.Equal(expected, (await Binary.RunAsync(command)).Status);

    [Fact]
    public async Task Ends_quietly_when_its_reader_goes_away()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("replies.jsonl", string.Concat(Enumerable.Range(0, 100_000).Select(i => $$"""{"id":{{i}},"response":"550 5.1.1 user unknown"}""" + "\n")));

        var (_, output, error) = await Binary.RunAsync($"$todoku explain --batch < '{path}' | head -n 1");

        Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal("", error);
    }

    [Fact]
    public async Task Writes_where_a_redirection_stands()
    {
        var (_, output, _) = await Binary.RunAsync("f=$(mktemp); { echo before; $todoku --version; echo after; } > $f; cat $f; rm $f");

        Assert.Matches("^before\ntodoku [^\n]+\nafter\n$", output);
    }

    [Fact]
    public async Task A_batch_answers_each_line_at_once()
    {
        using var process = Binary.Start("$todoku explain --batch");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        for (var i = 0; i < 3; i++)
        {
            await process.StandardInput.WriteLineAsync($$"""{"id":{{i}},"response":"550 5.1.1 user unknown"}""");
            await process.StandardInput.FlushAsync(patience.Token);

            using var answer = JsonDocument.Parse(await process.StandardOutput.ReadLineAsync(patience.Token) ?? "");
            Assert.Equal(i, answer.RootElement.GetProperty("id").GetInt32());
        }
        process.StandardInput.Close();
        await process.WaitForExitAsync(patience.Token);
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task Following_tells_of_a_finding_when_it_appears_and_ends_with_130()
    {
        using var folder = new TemporaryFolder();
        var log = folder.Write("mail.log", LogText.RefusedByGoogle(refused: 0));
        using var process = Binary.Start($"exec $todoku diagnose '{log}' --follow --offline --json");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        // It says so on stderr once it follows.
        await process.StandardError.ReadLineAsync(patience.Token);

        var refused = LogText.RefusedByGoogle(delivered: 20, refused: 30).Split('\n').Skip(20 * 4);
        await File.AppendAllTextAsync(log, string.Join('\n', refused), patience.Token);
        using var finding = JsonDocument.Parse(await process.StandardOutput.ReadLineAsync(patience.Token) ?? "");

        Assert.Equal("google", finding.RootElement.GetProperty("provider").GetString());
        using var kill = Process.Start("/bin/kill", ["-INT", $"{process.Id}"]);
        await process.WaitForExitAsync(patience.Token);
        Assert.Equal(130, process.ExitCode);
    }

    [Fact]
    public async Task Interrupted_it_tells_what_it_found_so_far()
    {
        using var folder = new TemporaryFolder();
        // The end of the pipe is kept open, so that reading does not end by itself.
        using var process = Binary.Start("exec $todoku diagnose - --offline --lang en");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        for (var i = 0; i < 40; i++) await process.StandardInput.WriteAsync(LogText.RefusedByGoogle());
        await process.StandardInput.FlushAsync(patience.Token);
        using var kill = Process.Start("/bin/kill", ["-INT", $"{process.Id}"]);
        Assert.Contains("stopping", await process.StandardError.ReadLineAsync(patience.Token), StringComparison.Ordinal);

        // The pipe stays open and silent.
        var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);

        Assert.Equal(130, process.ExitCode);
        Assert.NotEqual("", output);
    }

    [Fact]
    public async Task On_a_terminal_it_is_in_colours_and_as_wide_as_the_terminal()
    {
        using var folder = new TemporaryFolder();
        var log = folder.Write("mail.log", LogText.RefusedByGoogle());

        var (_, output, _) = await Binary.RunAsync($"unset NO_COLOR; script -qec 'stty cols 120; $todoku diagnose {log} --offline --lang en' /dev/null");

        Assert.Contains("\e[", output, StringComparison.Ordinal);
        Assert.Contains("Main cause", output, StringComparison.Ordinal);
    }
}
