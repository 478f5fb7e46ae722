using System.Net;
using System.Text.Json;
using Todoku.Knowledge;
using Todoku.Sandbox.Mails;
using Todoku.Sandbox.Texts;

namespace Todoku.Sandbox.Tests.Mails;

/// <summary>The mailbox as a page and as JSON.</summary>
public sealed class InboxPageTests
{
    private static readonly StoredMail Mail = new(7, new DateTimeOffset(2026, 11, 25, 10, 0, 0, TimeSpan.FromHours(9)), "mx.google.com", "google", IPAddress.Parse("192.0.2.10"), "<script>", "\"<b>\"@a.example", ["r@gmail.com"])
    {
        Subject = "<script>alert(1)</script>",
        Reply = "550 5.7.1 <img src=x>",
        Because = ["listed"],
        Rule = "google.low-ip-reputation",
        Score = 12.34,
    };

    [Fact]
    public void What_a_stranger_sent_is_never_markup()
    {
        var page = InboxPage.Of([Mail], InboxTexts.Of(Language.English));

        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("refused</span> (because: listed)", page, StringComparison.Ordinal);
    }

    [Fact]
    public void It_speaks_both_languages_and_loads_nothing_from_elsewhere()
    {
        foreach (var (language, word) in new[] { (Language.English, "No mail has come yet"), (Language.Japanese, "メールはまだ届いていません") })
        {
            var page = InboxPage.Of([], InboxTexts.Of(language));

            Assert.Contains(word, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
            Assert.DoesNotContain("http", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_JSON_has_all_that_was_judged()
    {
        using var json = JsonDocument.Parse(MailJson.Of([Mail]));
        var mail = json.RootElement.GetProperty("mails")[0];

        Assert.Equal("todoku/sandbox-inbox/1", json.RootElement.GetProperty("schema").GetString());
        Assert.Equal((7, false, 12.3, "listed", "192.0.2.10"), (
            mail.GetProperty("id").GetInt32(), mail.GetProperty("accepted").GetBoolean(), mail.GetProperty("reputation").GetDouble(), mail.GetProperty("because")[0].GetString(), mail.GetProperty("ip").GetString()));
    }
}
