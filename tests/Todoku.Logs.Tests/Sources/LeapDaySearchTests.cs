using Microsoft.Extensions.Time.Testing;
using Todoku.Logs.Sources;

namespace Todoku.Logs.Tests.Sources;

/// <summary>A log without years that was copied without its time, and that holds 29 February, is of a leap year from its first line to its last.</summary>
public class LeapDaySearchTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 3, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(false, "Feb 27,Feb 28,Feb 29,Mar  1,Mar  2", "2024-02-27 2024-02-28 2024-02-29 2024-03-01 2024-03-02")]
    [InlineData(true, "Feb 27,Feb 28,Feb 29,Mar  1,Mar  2", "2024-02-27 2024-02-28 2024-02-29 2024-03-01 2024-03-02")]
    [InlineData(false, "Dec 31,Jan  1,Feb 29,Mar  1", "2023-12-31 2024-01-01 2024-02-29 2024-03-01")]
    [InlineData(false, "Feb 29,Mar  1", "2024-02-29 2024-03-01")]
    [InlineData(false, "Feb 28,Feb 29", "2024-02-28 2024-02-29")]
    [InlineData(false, "Feb 27,Feb 28,Mar  1,Mar  2", "2026-02-27 2026-02-28 2026-03-01 2026-03-02")]
    public void The_whole_file_is_of_one_year(bool packed, string days, string expected)
    {
        using var folder = new TempFolder();
        var log = Log(days.Split(','));
        var path = packed ? folder.Write("mail.log.gz", TempFolder.Gzip(log), Now) : folder.Write("mail.log", log, Now);

        Assert.Equal(expected.Split(' '), Days(path));
    }

    [Fact]
    public void The_day_is_found_deep_in_a_long_file()
    {
        using var folder = new TempFolder();
        var log = Log([.. Enumerable.Repeat("Feb 28", 3000), "Feb 29", .. Enumerable.Repeat("Mar  1", 3000)]);

        Assert.Equal(["2024-02-28", "2024-02-29", "2024-03-01"], Days(folder.Write("mail.log", log, Now)));
    }

    [Fact]
    public void The_rest_of_a_copied_set_goes_with_it()
    {
        using var folder = new TempFolder();
        folder.Write("mail.log", Log("Mar  4", "Mar  5"), Now);
        folder.Write("mail.log.1", Log("Feb 28", "Feb 29", "Mar  3"), Now);
        folder.Write("mail.log.2.gz", TempFolder.Gzip(Log("Feb 20", "Feb 27")), Now);

        Assert.Equal(["2024-02-20", "2024-02-27", "2024-02-28", "2024-02-29", "2024-03-03", "2024-03-04", "2024-03-05"], Days(folder.Path));
    }

    [Fact]
    public void A_file_that_kept_its_time_stays_as_it_is()
    {
        using var folder = new TempFolder();
        var log = Log("Feb 27", "Feb 28", "Mar  1").Replace("250 ok", "Feb 29 250 ok", StringComparison.Ordinal);

        Assert.Equal(["2025-02-27", "2025-02-28", "2025-03-01"], Days(folder.Write("mail.log", log, new(2025, 3, 1, 12, 0, 0, TimeSpan.Zero))));
    }

    private static string Log(params string[] days) => string.Concat(days.Select((day, i) =>
        $"{day} 10:{i / 60 % 60:00}:{i % 60:00} mail postfix/smtp[97]: A{i:X9}: to=<a@example.com>, relay=mx.example.com[192.0.2.1]:25, delay=1, dsn=2.0.0, status=sent (250 ok)\n"));

    private static IEnumerable<string> Days(string path)
    {
        var plan = new LogDiscovery(new FakeTimeProvider(Now), TimeZoneInfo.Utc).Find([path]);
        return MemoryLog.Read(plan).Lines.Select(line => line[..10]).Distinct();
    }
}
