using System.Text;
using Todoku.Logs.Correlation;

namespace Todoku.Logs.Tests.Correlation;

/// <summary>Messages whose end the log does not show are forgotten in time, and no others.</summary>
public sealed class MessageAgeTests
{
    private const int Limit = 500_000;

    private static readonly DateTime Start = new(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void What_a_log_of_many_days_never_ends_is_kept_for_some_days_only()
    {
        var table = new MessageTable(Limit, new RecordingObserver());
        var most = 0;
        for (var day = 0; day < 60; day++)
        {
            for (var i = 0; i < 1000; i++)
            {
                table.Now = Start.AddDays(day).AddMinutes(i).Ticks;
                table.GetOrBegin((ulong)(1 + (day * 1000) + i)).WasQueued = true;
            }
            most = Math.Max(most, table.Count);
        }

        Assert.InRange(most, 5000, 7000);
        Assert.Equal(60_000, table.Count + table.Lapsed);
        Assert.Equal(0, table.Forgotten);
    }

    [Fact]
    public void What_was_only_announced_is_kept_for_a_day_or_two()
    {
        var log = new StringBuilder();
        for (var i = 0; i < 100; i++)
        {
            log.Append($"{Stamp(i / 10.0)} web1 postfix/bounce[1]: BBBB{i:X2}: sender non-delivery notification: CCCC{i:X2}\n");
        }

        var (summary, _) = MemoryLog.Read(log.ToString());

        Assert.InRange(summary.LapsedMessages, 75, 90);
    }

    [Fact]
    public void Mail_that_is_tried_again_keeps_its_sender_however_long_it_waits()
    {
        var log = new StringBuilder(Queued(0, "AAAA1", "slow@example.com"));
        for (var hours = 4; hours < 24 * 20; hours += 4) log.Append(Attempt(hours / 24.0, "AAAA1", "deferred")).Append(Passing(hours / 24.0));
        log.Append(Attempt(20, "AAAA1", "sent"));

        var (summary, lines) = MemoryLog.Read(log.ToString());

        Assert.Contains("from=<slow@example.com>", lines[^1], StringComparison.Ordinal);
        Assert.Equal(0, summary.LapsedMessages);
    }

    [Fact]
    public void Mail_that_is_silent_for_four_days_is_still_known()
    {
        var log = new StringBuilder(Queued(0, "AAAA1", "held@example.com"));
        for (var hours = 1; hours < 24 * 4; hours++) log.Append(Passing(hours / 24.0));
        log.Append(Attempt(4, "AAAA1", "sent"));

        var (_, lines) = MemoryLog.Read(log.ToString());

        Assert.Contains("from=<held@example.com>", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_forgotten_is_counted_and_told()
    {
        var log = new StringBuilder(Queued(0, "AAAA1", "lost@example.com"));
        for (var hours = 1; hours < 24 * 7; hours++) log.Append(Passing(hours / 24.0));
        log.Append(Attempt(7, "AAAA1", "sent"));
        var observer = new RecordingObserver();

        var summary = MemoryLog.Read(log.ToString(), observer);

        Assert.DoesNotContain("from=", observer.Lines[^1], StringComparison.Ordinal);
        Assert.Equal(1, summary.LapsedMessages);
        Assert.Equal(0, summary.ForgottenMessages);
        Assert.Contains(1, observer.EndedMessages);
    }

    [Fact]
    public void One_line_of_a_clock_that_is_ahead_ends_two_messages_at_the_most()
    {
        var table = new MessageTable(Limit, new RecordingObserver());
        Begin(table, 1, 1000, Start);
        table.Now = Start.AddYears(1).Ticks;
        table.GetOrBegin(5000);
        Begin(table, 2001, 2010, Start.AddMinutes(1));

        Assert.Equal(2, table.Lapsed);
        Assert.Equal(1009, table.Count);
    }

    [Fact]
    public void A_message_of_a_clock_that_was_ahead_keeps_no_other_from_being_forgotten()
    {
        var table = new MessageTable(Limit, new RecordingObserver());
        Begin(table, 1, 1, Start.AddYears(50));
        for (var day = 0; day < 20; day++) Begin(table, (ulong)(100 + (day * 10)), (ulong)(109 + (day * 10)), Start.AddDays(day));

        Assert.InRange(table.Count, 10, 30);
    }

    [Fact]
    public void Too_many_at_once_are_still_bounded()
    {
        var table = new MessageTable(100, new RecordingObserver());
        Begin(table, 1, 250, Start);

        Assert.Equal((100, 150L), (table.Count, table.Forgotten));
    }

    private static void Begin(MessageTable table, ulong first, ulong last, DateTime time)
    {
        table.Now = time.Ticks;
        for (var key = first; key <= last; key++) table.Begin(key);
    }

    private static string Stamp(double days) => Start.AddDays(days).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static string Queued(double days, string id, string from) =>
        $"{Stamp(days)} web1 postfix/qmgr[1]: {id}: from=<{from}>, size=1, nrcpt=1 (queue active)\n";

    private static string Attempt(double days, string id, string status) =>
        $"{Stamp(days)} web1 postfix/smtp[1]: {id}: to=<a@example.org>, relay=mx.example.org[198.51.100.7]:25, delay=1, delays=0/0/0/1, dsn=2.0.0, status={status} (250 ok)\n";

    // Other mail that comes and goes.
    private static string Passing(double days) => Queued(days, "FFFF1", "other@example.com") + $"{Stamp(days)} web1 postfix/qmgr[1]: FFFF1: removed\n";
}
