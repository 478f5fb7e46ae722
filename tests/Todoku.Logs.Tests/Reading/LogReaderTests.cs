using System.Text;
using Todoku.Logs.Sources;

namespace Todoku.Logs.Tests.Reading;

public sealed class LogReaderTests
{
    private const string Tail = " relay=mx.example.org[198.51.100.7]:25, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 ok)";

    private static string Sent(string stamp, string id, string host = "web1") => $"{stamp} {host} postfix/smtp[1]: {id}: to=<a@example.org>,{Tail}\n";

    [Fact]
    public void An_empty_plan_is_an_empty_summary()
    {
        var (summary, lines) = MemoryLog.Read(new LogPlan([], []));

        Assert.Empty(lines);
        Assert.Equal(0, summary.Lines);
    }

    [Fact]
    public void Reads_a_last_line_without_its_line_end()
    {
        var (summary, lines) = MemoryLog.Read(Sent("Jun  3 10:40:57", "AAAA1") + Sent("Jun  3 10:40:58", "AAAA2").TrimEnd('\n'));

        Assert.Equal(2, lines.Count);
        Assert.Equal(2, summary.Lines);
    }

    [Fact]
    public void Reads_carriage_returns_and_the_zero_bytes_of_a_crash()
    {
        var (_, lines) = MemoryLog.Read(Sent("Jun  3 10:40:57", "AAAA1").Replace("\n", "\r\n") + "\0\0\0\0" + Sent("Jun  3 10:40:58", "AAAA2"));

        Assert.Equal(2, lines.Count);
        Assert.DoesNotContain('\r', lines[0]);
    }

    [Fact]
    public void Keeps_the_lines_around_one_of_ten_megabytes()
    {
        var log = Sent("Jun  3 10:40:57", "AAAA1") + new string('x', 10 << 20) + "\n" + Sent("Jun  3 10:40:58", "AAAA2");

        var (summary, lines) = MemoryLog.Read(log);

        Assert.Equal(2, lines.Count);
        Assert.Equal(3, summary.Lines);
        Assert.True(summary.LongLines >= 1);
    }

    [Fact]
    public void Gives_the_same_with_one_thread_and_with_many()
    {
        var log = new StringBuilder();
        for (var i = 0; i < 20_000; i++) log.Append(Sent($"Jun  3 10:{i / 1000 % 60:00}:{i % 60:00}", $"{i:X6}"));

        var one = MemoryLog.Read(log.ToString(), new LogReaderOptions { Zone = TimeZoneInfo.Utc, Workers = 1 });
        var many = MemoryLog.Read(log.ToString(), new LogReaderOptions { Zone = TimeZoneInfo.Utc, Workers = 7 });

        Assert.Equal(20_000, one.Lines.Count);
        Assert.Equal(one.Lines, many.Lines);
    }

    [Fact]
    public void Passes_over_what_lies_outside_since_and_until()
    {
        var log = Sent("2026-06-03T10:00:00Z", "AAAA1") + Sent("2026-06-03T11:00:00Z", "AAAA2") + Sent("2026-06-03T12:00:00Z", "AAAA3");

        var (_, lines) = MemoryLog.Read(log, new LogReaderOptions
        {
            Since = new DateTimeOffset(2026, 6, 3, 12, 30, 0, TimeSpan.FromHours(2)),
            Until = new DateTimeOffset(2026, 6, 3, 11, 30, 0, TimeSpan.Zero),
        });

        Assert.Contains("qid=AAAA2", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Goes_from_December_to_January_in_another_year()
    {
        var log = Sent("Dec 31 23:59:59", "AAAA1") + Sent("Jan  1 00:00:01", "AAAA2") + Sent("Dec 31 23:59:58", "AAAA3") + Sent("Jan  1 00:00:02", "AAAA4");
        var file = MemoryLog.File(log, written: new DateTimeOffset(2026, 1, 1, 0, 0, 2, TimeSpan.Zero));

        var (summary, lines) = MemoryLog.Read(new LogPlan([new LogChain([file])], []));

        Assert.True(summary.YearInferred);
        Assert.Equal(["2025-12-31T23:59:59Z", "2026-01-01T00:00:01Z", "2025-12-31T23:59:58Z", "2026-01-01T00:00:02Z"], lines.Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public void Puts_29_February_into_a_leap_year()
    {
        var file = MemoryLog.File(Sent("Feb 29 10:00:00", "AAAA1"), written: new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero));

        var (_, lines) = MemoryLog.Read(new LogPlan([new LogChain([file])], []));

        Assert.StartsWith("2024-02-29T10:00:00Z", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_out_of_order_lead_to_no_year_after_the_file_was_written()
    {
        var log = string.Concat(Enumerable.Repeat(Sent("Nov 20 10:00:00", "AAAA1") + Sent("Mar  1 10:00:00", "AAAA2") + Sent("Feb  1 10:00:00", "AAAA3"), 4));
        var file = MemoryLog.File(log, written: new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero));

        var (_, lines) = MemoryLog.Read(new LogPlan([new LogChain([file])], []));

        Assert.All(lines, line => Assert.True(string.CompareOrdinal(line, "2026-11-25") < 0, line));
    }

    [Fact]
    public void What_follows_29_February_is_of_the_same_leap_year()
    {
        var log = Sent("Feb 29 10:00:00", "AAAA1") + Sent("Mar  1 10:00:00", "AAAA2") + Sent("Aug  1 10:00:00", "AAAA3") + Sent("Jan  1 10:00:00", "AAAA4");
        var file = MemoryLog.File(log, written: new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero));

        var (_, lines) = MemoryLog.Read(new LogPlan([new LogChain([file])], []));

        Assert.Equal(["2024-02-29", "2024-03-01", "2024-08-01", "2025-01-01"], lines.Select(line => line[..10]));
    }

    [Fact]
    public void Takes_local_stamps_in_the_zone_given()
    {
        var tokyo = TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(9), "test", "test");

        var (summary, lines) = MemoryLog.Read(Sent("Jun  3 10:40:57", "AAAA1"), new LogReaderOptions { Zone = tokyo });

        Assert.StartsWith("2026-06-03T01:40:57Z", Assert.Single(lines), StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromHours(9), summary.Offset);
    }

    [Fact]
    public void Counts_a_clock_that_jumps_back()
    {
        var (summary, lines) = MemoryLog.Read(Sent("2026-06-03T12:00:00Z", "AAAA1") + Sent("2026-06-03T10:00:00Z", "AAAA2"));

        Assert.Equal(2, lines.Count);
        Assert.Equal(1, summary.ClockJumps);
    }

    [Fact]
    public void Merges_chains_by_time_and_counts_equal_lines_once()
    {
        var mail = Sent("2026-06-03T10:00:00Z", "AAAA1") + Sent("2026-06-03T10:00:02Z", "AAAA3") + Sent("2026-06-03T10:00:02Z", "AAAA3");
        var syslog = Sent("2026-06-03T10:00:00Z", "AAAA1") + "2026-06-03T10:00:01Z web1 sshd[1]: hello\n" + Sent("2026-06-03T10:00:01Z", "AAAA2") + Sent("2026-06-03T10:00:02Z", "AAAA3");
        var plan = new LogPlan([new LogChain([MemoryLog.File(mail, "mail.log")]), new LogChain([MemoryLog.File(syslog, "syslog")])], []);

        var (summary, lines) = MemoryLog.Read(plan);

        Assert.Equal(2, summary.Duplicates);
        Assert.Equal(["AAAA1", "AAAA2", "AAAA3", "AAAA3"], lines.Select(line => line.Split("qid=")[1][..5]));
    }

    [Fact]
    public void Merges_years_that_each_file_infers_for_itself()
    {
        var old = MemoryLog.File(Sent("Jun  3 10:00:00", "AAAA1", "old"), "old.log", new DateTimeOffset(2025, 6, 4, 0, 0, 0, TimeSpan.Zero));
        var young = MemoryLog.File(Sent("Jun  3 09:00:00", "AAAA2", "new"), "new.log", new DateTimeOffset(2026, 6, 4, 0, 0, 0, TimeSpan.Zero));

        var (_, lines) = MemoryLog.Read(new LogPlan([new LogChain([young]), new LogChain([old])], []));

        Assert.Equal(["2025-06-03T10:00:00Z", "2026-06-03T09:00:00Z"], lines.Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public void Forgets_the_oldest_message_when_too_many_are_in_flight()
    {
        var log = new StringBuilder();
        for (var i = 0; i < 20; i++) log.Append($"Jun  3 10:40:57 web1 postfix/qmgr[1]: AAAA{i:X2}: from=<s{i}@example.com>, size=1, nrcpt=1 (queue active)\n");
        log.Append(Sent("Jun  3 10:40:58", "AAAA00")).Append(Sent("Jun  3 10:40:58", "AAAA13"));

        var (summary, lines) = MemoryLog.Read(log.ToString(), new LogReaderOptions { Zone = TimeZoneInfo.Utc, InFlightLimit = 10 });

        Assert.DoesNotContain("from=", lines[^2], StringComparison.Ordinal);
        Assert.Contains("from=<s19@example.com>", lines[^1], StringComparison.Ordinal);
        Assert.True(summary.ForgottenMessages >= 10);
    }

    [Fact]
    public void Says_which_programs_it_did_not_understand()
    {
        var (summary, _) = MemoryLog.Read("Jun  3 10:40:57 web1 postfix/smtp[1]: something new that no version ever said\n" + Sent("Jun  3 10:40:58", "AAAA1"));

        var unknown = Assert.Single(summary.Unknown);
        Assert.Equal("postfix/smtp", unknown.Program);
        Assert.Contains("something new", Assert.Single(unknown.Samples), StringComparison.Ordinal);
        Assert.Equal((2, 1), (summary.MailLines, summary.UnderstoodLines));
    }

    [Fact]
    public void Notices_deliveries_in_a_form_it_cannot_read()
    {
        var (summary, _) = MemoryLog.Read("[03/06/26 10:40] AAAA1: to=<a@example.org>, relay=x, status=sent (250 ok)\n");

        Assert.Equal((1, 0), (summary.DeliveryLines, summary.UnderstoodDeliveryLines));
    }

    [Fact]
    public void Goes_on_with_the_next_file_when_one_fails()
    {
        var gone = new LogFile("gone.log", MemoryLog.Written, 10, () => throw new FileNotFoundException("no such file"));
        var broken = new LogFile("broken.log", MemoryLog.Written, 10, () => new BrokenStream(Encoding.UTF8.GetBytes(Sent("Jun  3 10:40:57", "AAAA1"))));

        var (summary, lines) = MemoryLog.Read(new LogPlan([new LogChain([gone, broken, MemoryLog.File(Sent("Jun  3 10:40:58", "AAAA2"))])], []));

        Assert.Equal(2, lines.Count);
        Assert.Equal([LogProblemKind.NotFound, LogProblemKind.ReadError], summary.Problems.Select(problem => problem.Kind));
    }

    [Fact]
    public void Hands_an_error_of_the_observer_to_its_caller()
    {
        var reader = new LogReader(new ThrowingObserver(), new LogReaderOptions());

        Assert.Throws<InvalidOperationException>(() =>
            reader.Read(new LogPlan([new LogChain([MemoryLog.File(Sent("Jun  3 10:40:57", "AAAA1"))])], []), null, CancellationToken.None));
    }

    [Fact]
    public void Stops_when_told_to_and_sums_up()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        var summary = new LogReader(new RecordingObserver(), new LogReaderOptions())
            .Read(new LogPlan([new LogChain([MemoryLog.File(Sent("Jun  3 10:40:57", "AAAA1"))])], []), null, stop.Token);

        Assert.Equal(0, summary.Lines);
    }

    [Fact]
    public void Merged_lines_keep_the_offset_they_were_written_in()
    {
        var one = MemoryLog.File(Sent("Jun  3 10:40:57", "AAAA1"), "mail.log");
        var other = MemoryLog.File(Sent("Jun  3 10:40:58", "AAAA2"), "syslog");
        var tokyo = TimeZoneInfo.CreateCustomTimeZone("JST", TimeSpan.FromHours(9), "JST", "JST");

        var (summary, _) = MemoryLog.Read(new LogPlan([new LogChain([one]), new LogChain([other])], []), new LogReaderOptions { Zone = tokyo, Workers = 1 });

        Assert.Equal(TimeSpan.FromHours(9), summary.Offset);
        Assert.Equal(new DateTime(2026, 6, 3, 1, 40, 58).Ticks, summary.LastUtcTicks);
        Assert.True(summary.YearInferred);
    }

    [Theory]
    [InlineData("{\"__REALTIME_TIMESTAMP\":\"1780479657000000\",\"SYSLOG_IDENTIFIER\":\"postfix/smtp\",\"MESSAGE\":\"AAAA1: to=<a@example.org>, relay=none, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 ok)\"}")]
    [InlineData("2026-06-03T09:40:57-00:00 web1 postfix/smtp[1]: AAAA1: to=<a@example.org>, relay=none, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 ok)")]
    public void Time_that_only_counts_from_1970_is_shown_in_the_zone_asked_for(string line)
    {
        var tokyo = TimeZoneInfo.CreateCustomTimeZone("JST", TimeSpan.FromHours(9), "JST", "JST");

        var (summary, _) = MemoryLog.Read(line + "\n", new LogReaderOptions { Zone = tokyo, Workers = 1 });

        Assert.Equal(TimeSpan.FromHours(9), summary.Offset);
        Assert.Equal(new DateTime(2026, 6, 3, 9, 40, 57).Ticks, summary.LastUtcTicks);
    }

    [Fact]
    public void Reads_the_fractions_of_traditional_stamps()
    {
        var (summary, lines) = MemoryLog.Read(Sent("Jun 03 10:40:57.250000", "AAAA1") + Sent("Jun 03 10:40:57.500000", "AAAA2"));

        Assert.Equal(2, lines.Count);
        Assert.Equal(TimeSpan.FromMilliseconds(250).Ticks, summary.LastUtcTicks - summary.FirstUtcTicks);
    }
}
