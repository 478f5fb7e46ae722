using Todoku.Logs.Sources.Discovery;

namespace Todoku.Logs.Tests.Sources;

public class RotatedNameTests
{
    [Theory]
    [InlineData("/v/mail.log", "/v/mail.log", 0, null)]
    [InlineData("/v/mail.log.1", "/v/mail.log", 1, null)]
    [InlineData("/v/mail.log.12.gz", "/v/mail.log", 12, null)]
    [InlineData("/v/maillog-20260603.xz", "/v/maillog", -1, "2026-06-03")]
    [InlineData("/v/maillog-20260603", "/v/maillog", -1, "2026-06-03")]
    [InlineData("/v/mail.log-2026-06-03.zst", "/v/mail.log", -1, "2026-06-03")]
    [InlineData("/v/maillog.20260603-101500.gz", "/v/maillog", -1, "2026-06-03")]
    [InlineData("/v/mail-99999999", "/v/mail-99999999", 0, null)]
    [InlineData("/v.1/mail.log", "/v.1/mail.log", 0, null)]
    [InlineData("/v-20260603/mail.log", "/v-20260603/mail.log", 0, null)]
    [InlineData("mail.log.x", "mail.log.x", 0, null)]
    [InlineData("", "", 0, null)]
    public void Tells_the_set_and_the_place_in_it(string path, string family, int number, string? date)
    {
        Assert.Equal(new RotatedName(family, number, date is null ? null : DateOnly.Parse(date, null)), RotatedName.Parse(path));
    }
}
