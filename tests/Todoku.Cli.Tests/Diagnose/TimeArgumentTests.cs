using Todoku.Cli.Diagnose;

namespace Todoku.Cli.Tests.Diagnose;

public sealed class TimeArgumentTests
{
    private static readonly TimeZoneInfo Tokyo = TimeZoneInfo.CreateCustomTimeZone("t", TimeSpan.FromHours(9), "t", "t");

    [Theory]
    [InlineData("7d", "2026-05-13T12:00:00Z")]
    [InlineData("12h", "2026-05-20T00:00:00Z")]
    [InlineData("90m", "2026-05-20T10:30:00Z")]
    [InlineData("2w", "2026-05-06T12:00:00Z")]
    [InlineData("1.5d", "2026-05-19T00:00:00Z")]
    [InlineData("2026-05-16", "2026-05-15T15:00:00Z")]
    [InlineData("2026-5-6 9:05", "2026-05-06T00:05:00Z")]
    [InlineData("2026-05-16T10:02:11", "2026-05-16T01:02:11Z")]
    [InlineData("2026-05-16T10:02:11Z", "2026-05-16T10:02:11Z")]
    [InlineData("2026-05-16T10:02+02:00", "2026-05-16T08:02:00Z")]
    [InlineData("10:15", "2026-05-20T01:15:00Z")]
    public void Reads_a_time(string text, string expected)
    {
        Assert.True(TimeArgument.TryTime(text, Tokyo, TestConsole.Now, out var time));

        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), time);
    }

    [Theory]
    [InlineData("")]
    [InlineData("d")]
    [InlineData("-7d")]
    [InlineData("7")]
    [InlineData("7y")]
    [InlineData("1e9d")]
    [InlineData("99999999999d")]
    [InlineData("2026-13-01")]
    [InlineData("May 16")]
    [InlineData("25:00")]
    public void Rejects_what_is_no_time(string text) => Assert.False(TimeArgument.TryTime(text, Tokyo, TestConsole.Now, out _));

    [Theory]
    [InlineData("UTC", 0)]
    [InlineData("+09:00", 9)]
    [InlineData("-0500", -5)]
    [InlineData("+9", 9)]
    public void Reads_a_zone(string text, int hours)
    {
        Assert.True(TimeArgument.TryZone(text, out var zone));

        Assert.Equal(TimeSpan.FromHours(hours), zone.BaseUtcOffset);
    }

    [Theory]
    [InlineData("+25:00")]
    [InlineData("Nowhere")]
    [InlineData("")]
    public void Rejects_what_is_no_zone(string text) => Assert.False(TimeArgument.TryZone(text, out _));
}
