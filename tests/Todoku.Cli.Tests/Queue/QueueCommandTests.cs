using Todoku.Cli.Commands;
using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Storage.Sqlite;

namespace Todoku.Cli.Tests.Queue;

/// <summary>The verbs for the queue, on the files of a relay that does not run.</summary>
public sealed class QueueCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _config;

    public QueueCommandTests()
    {
        Directory.CreateDirectory(_folder["data"]);
        _config = _folder.Write("relay.toml", """
            [relay]
            host-name = "mail.example.com"
            data = "data"
            [[listen]]
            address = "127.0.0.1:25"
            role = "trusted"
            trusted = ["127.0.0.1"]
            """);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("en", "no relay answers")]
    [InlineData("ja", "リレーが応答せず")]
    public void Says_that_there_is_no_relay(string lang, string words)
    {
        var (status, console) = Run("queue", "list", "--lang", lang);

        Assert.Equal(ExitStatus.Unreadable, status);
        Assert.Contains(words, console.Error, StringComparison.Ordinal);
        Assert.Contains(_folder["data"], console.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["data/queue.db"]));
    }

    [Fact]
    public async Task Reads_and_changes_the_files_when_no_relay_runs()
    {
        var id = await QueueAsync();

        var (status, console) = Run("queue", "list", "--domain", "example.net");
        Assert.Equal(ExitStatus.Fine, status);
        Assert.Contains($"{id}/1", console.Output, StringComparison.Ordinal);
        // What a server wrote can't fool the terminal.
        Assert.Contains("ip-reputation: 421 go away\\x1b[2J", console.Output, StringComparison.Ordinal);
        Assert.Contains("not running", console.Error, StringComparison.Ordinal);

        Assert.Contains("the last attempt failed (ip-reputation)", Run("queue", "why", id).Console.Output, StringComparison.Ordinal);
        Assert.Equal("1 delivery held\n", Run("queue", "hold", $"{id}/1").Console.Output);
        Assert.Contains("held", Run("queue", "show", id).Console.Output, StringComparison.Ordinal);
        Assert.Contains("\"schema\": \"todoku/queue-list/1\"", Run("queue", "list", "--json").Console.Output, StringComparison.Ordinal);
        Assert.Contains("example.net", Run("queue", "shape").Console.Output, StringComparison.Ordinal);
        Assert.Equal("2 deliveries dropped\n", Run("queue", "drop", "--all").Console.Output);
        Assert.Contains("Nothing", Run("queue", "list").Console.Output, StringComparison.Ordinal);

        var (gone, after) = Run("queue", "why", id);
        Assert.Equal(ExitStatus.Unreadable, gone);
        Assert.Contains($"{id} is not in the queue", after.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_queue_that_a_relay_has_open_is_left_alone()
    {
        await QueueAsync();
        await using var relay = await DeliveryQueue.OpenAsync(new SqliteMailQueue(new QueueOptions(_folder["data/queue.db"])), new SteadyClock(TimeProvider.System));

        var (status, console) = Run("queue", "drop", "--all");

        Assert.Equal(ExitStatus.Unreadable, status);
        Assert.Contains("a relay is running", console.Error, StringComparison.Ordinal);
        Assert.Equal(2, relay.Count);
    }

    [Fact]
    public async Task Suppresses_and_writes_again()
    {
        await QueueAsync();

        Assert.Contains("user@example.net is not written to any more", Run("suppress", "add", "User@example.net", "--for", "12h", "--note", "asked").Console.Output, StringComparison.Ordinal);
        Assert.Contains("added by hand", Run("suppress", "list").Console.Output, StringComparison.Ordinal);
        Assert.Equal(ExitStatus.Fine, Run("suppress", "remove", "user@example.net").Status);
        Assert.Equal(ExitStatus.Unreadable, Run("suppress", "remove", "user@example.net").Status);
    }

    [Theory]
    [InlineData("en", "there is no subcommand 'lst'. Did you mean 'list'? There are: list, show, why, shape, trace, retry, hold, release, drop.")]
    [InlineData("ja", "「lst」というサブコマンドはありません。「list」の間違いではありませんか。使えるのは次のとおりです：list, ")]
    public void Verbs_that_there_are_are_named_to_who_wrote_another(string lang, string words)
    {
        var console = new TestConsole { Environment = { ["LANG"] = lang } };

        Assert.Equal(ExitStatus.WrongArguments, console.Run("queue", "lst", "--json"));
        Assert.Contains(words, console.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("queue", "drop")]
    [InlineData("queue", "list", "--state", "asleep")]
    [InlineData("queue", "list", "--older-than", "yesterday")]
    [InlineData("queue", "list", "--limit", "0")]
    [InlineData("queue", "show")]
    [InlineData("suppress", "add", "a@example.com", "--bulk")]
    [InlineData("relay", "paths", "--open", "google")]
    public void Wrong_arguments_are_said_with_an_example(params string[] args)
    {
        var (status, console) = Run(args);

        Assert.Equal(ExitStatus.WrongArguments, status);
        Assert.Contains("Example: todoku ", console.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("queue", "--help")]
    [InlineData("queue", "list", "--help")]
    [InlineData("queue", "drop", "--help")]
    [InlineData("suppress", "add", "--help")]
    [InlineData("relay", "paths", "--help")]
    public void Help_fits_a_screen_of_80_columns(params string[] args)
    {
        foreach (var lang in new[] { "en", "ja" })
        {
            var console = new TestConsole { Environment = { ["LANG"] = lang } };
            Assert.Equal(0, console.Run(args));
            Assert.All(console.Output.Split('\n'), line => Assert.True(Todoku.Diagnosis.Reports.Text.Columns.Of(line) <= 80, line));
        }
    }

    private async Task<string> QueueAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var queue = await DeliveryQueue.OpenAsync(new SqliteMailQueue(new QueueOptions(_folder["data/queue.db"])), new SteadyClock(TimeProvider.System));
        var envelope = new QueuedEnvelope
        {
            Sender = "news@shop.example",
            SubmitterKind = SubmitterKind.Client,
            Submitter = "127.0.0.1",
            AcceptedAt = TestConsole.Now,
            Size = 4,
            Recipients = [new QueuedRecipient("a@example.net"), new QueuedRecipient("b@example.org")],
        };
        var lanes = new[] { "example.net", "example.org" }.Select(name => LaneKey.OfDomain(DomainName.Parse(name))).ToArray();
        var queued = Assert.IsType<EnqueueOutcome.Queued>(await queue.EnqueueAsync(new NewMessage(envelope, lanes, "\r\nhi"u8.ToArray()), ct));
        var entry = new EntryId(queued.Id, 0);
        await queue.BeginAsync([new AttemptRecord(entry, queue.Now, "main")], ct);
        await queue.SettleAsync([new EntryOutcome.Deferred(entry, TestConsole.Now.AddHours(1), new AttemptResult(queue.Now, "main", Cause.IpReputation, SmtpStage.Banner, "421 go away\u001b[2J"))], []);
        return queued.Id.ToString();
    }

    private (int Status, TestConsole Console) Run(params string[] args)
    {
        var console = new TestConsole();
        return (console.Run([.. args, "--config", _config]), console);
    }
}
