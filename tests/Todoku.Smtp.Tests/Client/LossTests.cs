using Microsoft.Extensions.Time.Testing;
using Todoku.Smtp.Client;
using Todoku.Smtp.Client.Outcomes;

namespace Todoku.Smtp.Tests.Client;

/// <summary>The connection ends, stalls or carries nonsense at every stage.</summary>
public sealed class LossTests
{
    private static readonly string[] Acts = [ScriptedServer.Close, ScriptedServer.Silent, "hello", "250"];

    public static TheoryData<string, string, string> Openings { get; } = Table(
        ("CONNECT", "Banner"), ("EHLO", "Ehlo"));

    public static TheoryData<string, string, string> Messages { get; } = Table(
        ("MAIL", "MailFrom"), ("RCPT a", "RcptTo"), ("RCPT b", "RcptTo"), ("DATA", "Data"), (".", "EndOfData"));

    [Theory]
    [MemberData(nameof(Openings))]
    public async Task Names_the_stage_of_the_opening(string at, string act, string stage)
    {
        if (act == "250") return;
        var server = new ScriptedServer { Answer = (verb, line) => Dialogue.Hits(at, verb, line) ? act : null };
        var time = new FakeTimeProvider();

        var lost = await Finish(Dialogue.FailureAsync<SmtpAttemptOutcome.Lost>(server, time: time), time, server.Silenced);

        Assert.Equal($"{stage} {Reason(act)}", Dialogue.Show(lost));
        Assert.Empty(lost.Results);
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task Names_the_stage_of_the_message(string at, string act, string stage)
    {
        if (act == "250" && at != "DATA") return;
        foreach (var keywords in (string[])["PIPELINING", "8BITMIME"])
        {
            var server = new ScriptedServer { Keywords = keywords, Answer = (verb, line) => Dialogue.Hits(at, verb, line) ? act : null };
            var time = new FakeTimeProvider();
            await using var session = await Dialogue.OpenAsync(server, time: time);

            var outcome = await Finish(session.SendAsync(recipients: ["a@example.com", "b@example.com"]), time, server.Silenced);

            var lost = Assert.IsType<SmtpAttemptOutcome.Lost>(outcome);
            Assert.Equal($"{stage} {Reason(act)}{(at == "." ? " possibly delivered" : "")}", Dialogue.Show(lost));
            Assert.Equal(2, lost.Results.Count);
            Assert.All(lost.Results, result => Assert.Equal(at == "." ? RecipientStatus.PossiblyDelivered : RecipientStatus.Unanswered, result.Status));
            Assert.False(session.IsReusable);
        }
    }

    [Fact]
    public async Task What_was_refused_before_the_loss_stays_refused()
    {
        var server = new ScriptedServer { Answer = (verb, line) => verb == "." ? ScriptedServer.Close : Dialogue.Hits("RCPT a", verb, line) ? "550 5.1.1 unknown" : null };
        await using var session = await Dialogue.OpenAsync(server);

        var lost = Assert.IsType<SmtpAttemptOutcome.Lost>(await session.SendAsync(recipients: ["a@example.com", "b@example.com"]));

        Assert.Equal(["a@example.com Refused RcptTo 550", "b@example.com PossiblyDelivered EndOfData "], lost.Results.Select(Dialogue.Show));
        Assert.True(lost.IsPossiblyDelivered);
    }

    [Fact]
    public async Task LMTP_that_is_cut_leaves_only_the_rest_in_doubt()
    {
        var server = new ScriptedServer { Answer = (verb, _) => verb == "." ? "250 2.1.5 stored\n(garbage)" : null };
        await using var session = await Dialogue.OpenAsync(server, Dialogue.Options with { IsLmtp = true });

        var lost = Assert.IsType<SmtpAttemptOutcome.Lost>(await session.SendAsync(recipients: ["a@example.com", "b@example.com"]));

        Assert.Equal(["a@example.com Accepted EndOfData 250", "b@example.com PossiblyDelivered EndOfData "], lost.Results.Select(Dialogue.Show));
    }

    [Fact]
    public async Task A_reply_while_the_message_is_sent_is_its_answer()
    {
        var server = new ScriptedServer { Answer = (verb, _) => verb == "BODY" ? "552 5.3.4 too big\n(" : null };
        await using var session = await Dialogue.OpenAsync(server);
        using var stream = new EndlessStream();

        var outcome = await session.SendAsync(Dialogue.Envelope("", "a@example.com"), Smtp.Client.Messages.MessageContent.FromStream(stream, null, false), TestContext.Current.CancellationToken);

        Assert.Equal("a@example.com Refused EndOfData 552", Dialogue.Show(outcome));
    }

    [Fact]
    public async Task A_connection_that_breaks_within_the_message_delivered_nothing()
    {
        var server = new ScriptedServer { Answer = (verb, _) => verb == "BODY" ? ScriptedServer.Close : null };
        await using var session = await Dialogue.OpenAsync(server);
        using var stream = new EndlessStream();

        var outcome = await session.SendAsync(Dialogue.Envelope("", "a@example.com"), Smtp.Client.Messages.MessageContent.FromStream(stream, null, false), TestContext.Current.CancellationToken);

        Assert.Equal("EndOfData Broken within", Dialogue.Show(outcome));
        Assert.Equal(RecipientStatus.Unanswered, ((SmtpAttemptOutcome.Lost)outcome).Results[0].Status);
    }

    [Fact]
    public async Task A_server_that_reads_no_more_is_not_waited_for_forever()
    {
        var server = new ScriptedServer { Answer = (verb, _) => verb == "BODY" ? ScriptedServer.Stuck : null };
        var time = new FakeTimeProvider();
        await using var session = await Dialogue.OpenAsync(server, time: time);
        using var stream = new EndlessStream();

        var sending = session.SendAsync(Dialogue.Envelope("", "a@example.com"), Smtp.Client.Messages.MessageContent.FromStream(stream, null, false), TestContext.Current.CancellationToken);

        Assert.Equal("EndOfData TimedOut within", Dialogue.Show(await Finish(sending, time, server.Silenced)));
    }

    [Fact]
    public async Task A_handshake_that_never_ends_is_given_up()
    {
        var server = new ScriptedServer { Keywords = "STARTTLS" };
        var time = new FakeTimeProvider();

        var lost = await Finish(Dialogue.FailureAsync<SmtpAttemptOutcome.Lost>(server, time: time), time, server.Silenced);

        Assert.Equal("StartTls TimedOut", Dialogue.Show(lost));
    }

    [Fact]
    public async Task A_connection_that_was_closed_for_being_idle_is_told_apart()
    {
        var isOver = false;
        var idle = new ScriptedServer { Answer = (verb, _) => verb == "MAIL" && isOver ? ScriptedServer.Close : null };
        await using var session = await Dialogue.OpenAsync(idle);
        await session.SendAsync();
        isOver = true;

        Assert.Equal("MailFrom Closed stale", Dialogue.Show(await session.SendAsync()));
    }

    [Fact]
    public async Task Replies_that_nobody_asked_for_end_the_session()
    {
        var atEhlo = new ScriptedServer { Answer = (verb, _) => verb == "EHLO" ? "250 mx.example\n250 2.0.0 more" : null };
        var lost = await Dialogue.FailureAsync<SmtpAttemptOutcome.Lost>(atEhlo);
        Assert.Equal("Ehlo Protocol", Dialogue.Show(lost));

        var atEnd = new ScriptedServer { Answer = (verb, _) => verb == "." ? "250 2.0.0 ok\n250 2.0.0 more" : null };
        await using var session = await Dialogue.OpenAsync(atEnd);
        Assert.Equal("a@example.com Accepted EndOfData 250", Dialogue.Show(await session.SendAsync()));
        Assert.False(session.IsReusable);
    }

    [Fact]
    public async Task A_caller_that_gives_up_after_the_end_of_the_message_is_told_that_it_may_have_arrived()
    {
        var hasEnded = new TaskCompletionSource();
        var server = new ScriptedServer
        {
            Answer = (verb, _) =>
            {
                if (verb != ".") return null;
                hasEnded.SetResult();
                return ScriptedServer.Silent;
            },
        };
        await using var session = await Dialogue.OpenAsync(server);
        using var giveUp = new CancellationTokenSource();

        var sending = session.SendAsync(Dialogue.Envelope("", "a@example.com"), Dialogue.Content(Dialogue.Text), giveUp.Token);
        await hasEnded.Task;
        await giveUp.CancelAsync();

        Assert.Equal("EndOfData Cancelled possibly delivered", Dialogue.Show(await sending));
    }

    [Fact]
    public async Task Each_step_has_its_time()
    {
        var time = new NotingTimeProvider();
        var server = new ScriptedServer { Keywords = "8BITMIME" };
        var limits = new SmtpClientTimeouts
        {
            Greeting = TimeSpan.FromSeconds(1),
            Hello = TimeSpan.FromSeconds(2),
            MailFrom = TimeSpan.FromSeconds(3),
            RcptTo = TimeSpan.FromSeconds(4),
            Data = TimeSpan.FromSeconds(5),
            Block = TimeSpan.FromSeconds(6),
            EndOfData = TimeSpan.FromSeconds(7),
            Quit = TimeSpan.FromSeconds(8),
        };
        var session = await Dialogue.OpenAsync(server, Dialogue.Options with { Timeouts = limits }, time);
        await session.SendAsync();
        await session.QuitAsync(TestContext.Current.CancellationToken);

        Assert.Equal([1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 7, 8, 8], time.Limits.Where(limit => limit > TimeSpan.Zero).Select(limit => (int)limit.TotalSeconds));
    }

    [Fact]
    public void The_times_are_those_of_the_standard()
    {
        var standard = SmtpClientTimeouts.Standard;

        Assert.Equal([5, 5, 5, 2, 3, 10], new[] { standard.Greeting, standard.MailFrom, standard.RcptTo, standard.Data, standard.Block, standard.EndOfData }.Select(limit => limit.TotalMinutes));
    }

    [Fact]
    public async Task A_reply_that_trickles_in_has_one_time_for_all_of_it()
    {
        var server = new ScriptedServer { Answer = (verb, _) => verb == "CONNECT" ? "220-first" : null };
        var time = new FakeTimeProvider();

        var lost = await Finish(Dialogue.FailureAsync<SmtpAttemptOutcome.Lost>(server, time: time), time, Task.CompletedTask);

        Assert.Equal("Banner TimedOut", Dialogue.Show(lost));
    }

    private static string Reason(string act) => act switch { ScriptedServer.Close => "Closed", ScriptedServer.Silent => "TimedOut", _ => "Protocol" };

    private static TheoryData<string, string, string> Table(params (string At, string Stage)[] stages)
    {
        var data = new TheoryData<string, string, string>();
        foreach (var (at, stage) in stages)
        {
            foreach (var act in Acts) data.Add(at, act, stage);
        }
        return data;
    }

    // Once the server says no more, the clock is moved until the task ends.
    private static async Task<T> Finish<T>(Task<T> task, FakeTimeProvider time, Task silence)
    {
        await Task.WhenAny(task, silence);
        while (!task.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        return await task;
    }

    private sealed class EndlessStream : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            buffer.Span.Fill((byte)'a');
            return buffer.Length;
        }
    }

    private sealed class NotingTimeProvider : TimeProvider
    {
        public List<TimeSpan> Limits { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new NotingTimer(this);

        private sealed class NotingTimer(NotingTimeProvider owner) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                owner.Limits.Add(dueTime);
                return true;
            }

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => default;
        }
    }
}
