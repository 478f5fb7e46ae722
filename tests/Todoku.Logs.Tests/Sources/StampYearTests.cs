using System.Globalization;
using System.Text;
using Todoku.Logs.Envelopes;
using Todoku.Logs.Sources.Discovery;

namespace Todoku.Logs.Tests.Sources;

public class StampYearTests
{
    [Theory]
    [InlineData("Jun  3 10:40:57", "2026-11-24T03:00:00Z", "2026-06-03T10:40:57Z")]
    [InlineData("Dec 31 23:59:59", "2026-01-01T00:00:10Z", "2025-12-31T23:59:59Z")]
    [InlineData("Jan  1 00:00:05", "2025-12-31T23:59:59Z", "2026-01-01T00:00:05Z")]
    [InlineData("Nov 25 10:00:00", "2026-11-24T03:00:00Z", "2025-11-25T10:00:00Z")]
    [InlineData("Feb 29 12:00:00", "2026-11-24T03:00:00Z", "2024-02-29T12:00:00Z")]
    [InlineData("Feb 29 12:00:00", "2103-01-01T00:00:00Z", "2096-02-29T12:00:00Z")]
    [InlineData("2026-06-03T10:40:57+02:00", "2020-01-01T00:00:00Z", "2026-06-03T08:40:57Z")]
    public void The_latest_year_that_is_not_after_the_last_write(string stamp, string lastWrite, string expected)
    {
        Assert.True(StampReader.TryRead(Encoding.ASCII.GetBytes(stamp + " mail x: y"), out var time, out _));

        var moment = StampYear.Resolve(time, DateTimeOffset.Parse(lastWrite, CultureInfo.InvariantCulture), TimeZoneInfo.Utc);

        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), moment);
    }

    [Fact]
    public void Local_times_are_those_of_the_zone()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("x", TimeSpan.FromHours(9), "x", "x");
        Assert.True(StampReader.TryRead("Jun  3 10:40:57 mail x: y"u8, out var time, out _));

        Assert.Equal(
            new DateTimeOffset(2026, 6, 3, 1, 40, 57, TimeSpan.Zero),
            StampYear.Resolve(time, new DateTimeOffset(2026, 11, 24, 3, 0, 0, TimeSpan.Zero), zone));
    }
}
