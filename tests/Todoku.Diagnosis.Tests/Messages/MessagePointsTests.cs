using static Todoku.Diagnosis.Tests.Messages.MessageWorld;

namespace Todoku.Diagnosis.Tests.Messages;

public sealed class MessagePointsTests
{
    private const string Html = Required + "Content-Type: text/html; charset=utf-8\r\n\r\n";

    [Theory]
    [InlineData("message-headers", Required + "\r\nText.\r\n", "complete")]
    [InlineData("message-headers", "From: a@example.com\r\nTo: b@example.net\r\n\r\n", "missing")]
    [InlineData("message-headers", "From: a@example.com\r\nDate: Wed, 20 May 2026 12:00:00 +0000\r\nMessage-ID: <1@a.example>\r\n\r\n", "no-recipient")]
    [InlineData("message-headers", "From: a@example.com, b@example.net\r\nTo: x@y.example\r\nDate: Wed, 20 May 2026 12:00:00 +0000\r\nMessage-ID: <1@a.example>\r\n\r\n", "several-authors")]
    [InlineData("message-headers", "From: nobody\r\nTo: x@y.example\r\nDate: Wed, 20 May 2026 12:00:00 +0000\r\nMessage-ID: <1@a.example>\r\n\r\n", "bad-from")]
    [InlineData("message-headers", Required + "a line\r\n\r\n", "malformed-line")]
    [InlineData("message-repeated-headers", Required + "Subject: a\r\nsubject: b\r\n\r\n", "repeated")]
    [InlineData("message-repeated-headers", Required + "Received: a\r\nReceived: b\r\n\r\n", "once")]
    [InlineData("message-date", Required + "\r\n", "right")]
    [InlineData("message-date", "Date: 2026/05/20\r\n\r\n", "unreadable")]
    [InlineData("message-date", "Date: Wed, 27 May 2026 12:00:00 +0000\r\n\r\n", "future")]
    [InlineData("message-date", "Received: by a.example; Wed, 20 May 2026 12:00:00 +0900\r\nDate: Wed, 20 May 2026 12:00:00 +0000\r\n\r\n", "zone")]
    [InlineData("message-date", "Received: by a.example; Wed, 20 May 2026 12:00:00 +0900\r\nDate: Sun, 10 May 2026 12:00:00 +0900\r\n\r\n", "old")]
    [InlineData("message-id", "Message-ID: <1@a.example>\r\n\r\n", "right")]
    [InlineData("message-id", "Message-ID: 1@a.example\r\n\r\n", "malformed")]
    [InlineData("message-id", "Message-ID: <1@web1>\r\n\r\n", "local-name")]
    [InlineData("message-id", "Message-ID: <x@mx.google.com.SMTPIN_ADDED_MISSING>\r\n\r\n", "added-by-receiver")]
    [InlineData("message-path", "From: a@example.com\r\n\r\n", "not-sent-yet")]
    [InlineData("message-path", "Received: from a by b.example; Wed, 20 May 2026 12:00:09 +0900\r\nReceived: by a; Wed, 20 May 2026 12:00:00 +0900\r\n\r\n", "plain")]
    [InlineData("message-path", "Received: from a by b.example; Wed, 20 May 2026 12:00:00 +0900\r\nReceived: by a; Wed, 20 May 2026 12:10:00 +0900\r\n\r\n", "clock")]
    [InlineData("message-path", "Received: from a by b.example; Wed, 20 May 2026 14:00:00 +0900\r\nReceived: by a; Wed, 20 May 2026 12:10:00 +0900\r\n\r\n", "waited")]
    [InlineData("message-raw-headers", "Subject: x\r\n\r\n", "ascii")]
    [InlineData("message-raw-headers", "Subject: \xE3\x81\x82\r\n\r\n", "utf8")]
    [InlineData("message-raw-headers", "Received: from a by b with UTF8SMTPS; x\r\nSubject: \xE3\x81\x82\r\n\r\n", "utf8-allowed")]
    [InlineData("message-raw-headers", "Subject: \x1B$B$\"\x1B(B\r\n\r\n", "not-encoded")]
    [InlineData("message-raw-headers", "Subject: \x82\xA0\r\n\r\n", "not-encoded")]
    [InlineData("message-encoded-words", "Subject: =?UTF-8?B?44GC?=\r\n\r\n", "right")]
    [InlineData("message-encoded-words", "Subject: =?UTF-8?B?gqA=?=\r\n\r\n", "mislabelled")]
    [InlineData("message-encoded-words", "Subject: =?UTF-8?B?44E=?= =?UTF-8?B?gg==?=\r\n\r\n", "split")]
    [InlineData("message-encoded-words", "Subject: =?UTF-8?B?44!?=\r\n\r\n", "broken")]
    [InlineData("message-encoded-words", "Subject: x\r\n\r\n", "none")]
    [InlineData("message-charset", Required + "Content-Type: text/plain; charset=ISO-2022-JP\r\n\r\n\x82\xA0\x82\xA2\r\n", "mislabelled")]
    [InlineData("message-charset", Required + "Content-Type: text/plain; charset=Shift_JIS\r\n\r\n\x82\xA0\x82\xA2\r\n", "true")]
    [InlineData("message-charset", Required + "Content-Type: text/plain; charset=UTF-8\r\n\r\n\xE3\x81\x82\r\n", "true")]
    [InlineData("message-charset", Required + "Content-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\ngqCCog==\r\n", "mislabelled")]
    [InlineData("message-charset", Required + "Content-Type: text/plain; charset=UTF-8\r\n\r\n\xFF\xFE\xFF\r\n", "not-as-declared")]
    [InlineData("message-charset", Required + "\r\n\xE3\x81\x82\r\n", "undeclared")]
    [InlineData("message-charset", Required + "\r\nText.\r\n", "true")]
    [InlineData("message-transfer-encoding", Required + "\r\n\xE3\x81\x82\r\n", "eight-bits")]
    [InlineData("message-transfer-encoding", Required + "Content-Transfer-Encoding: 8bit\r\n\r\n\xE3\x81\x82\r\n", "true")]
    [InlineData("message-transfer-encoding", Required + "Content-Transfer-Encoding: base64\r\n\r\nNot, it is not!\r\n", "broken")]
    [InlineData("message-transfer-encoding", Required + "Content-Transfer-Encoding: utf-8\r\n\r\nx\r\n", "unknown")]
    [InlineData("message-line-ends", Required + "\r\na\r\nb\r\n", "right")]
    [InlineData("message-line-ends", Required + "\r\na\nb\r\n", "bare-lf")]
    [InlineData("message-line-ends", Required + "\r\na\rb\0\r\n", "bare-cr nul")]
    [InlineData("message-parts", Required + "\r\nText.\r\n", "text")]
    [InlineData("message-parts", Html + "<p>Enough letters to be a text that can be read, indeed.</p>\r\n", "html-only")]
    [InlineData("message-parts", Html + "<body><img src=x></body>\r\n", "pictures-only")]
    [InlineData("message-unsubscribe", Required + "\r\n", "not-bulk")]
    [InlineData("message-unsubscribe", Required + "Precedence: bulk\r\n\r\n", "missing")]
    [InlineData("message-unsubscribe", Required + "List-Unsubscribe: <mailto:a@example.com>\r\n\r\n", "no-https")]
    [InlineData("message-unsubscribe", Required + "List-Unsubscribe: <https://example.com/>\r\n\r\n", "no-post")]
    [InlineData("message-unsubscribe", Required + "List-Unsubscribe: <https://example.com/>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n\r\n", "not-signed")]
    [InlineData("message-links", Required + "\r\nText.\r\n", "none")]
    [InlineData("message-links", Required + "\r\nSee https://www.example.com/x.\r\n", "own")]
    [InlineData("message-links", Required + "\r\nSee https://other.example/x.\r\n", "other-hosts")]
    [InlineData("message-links", Required + "\r\nSee http://192.0.2.1/x and http://bit.ly/x.\r\n", "address shortener")]
    [InlineData("message-links", Html + "<a href=\"https://evil.example/\">https://www.example.com/</a>\r\n", "disguised")]
    [InlineData("message-links", Html + "<a href=\"https://click.example.com/\"><b>https://www.example.com/</b></a>\r\n", "own")]
    [InlineData("message-attachments", Required + "Content-Type: application/octet-stream; name=\"invoice.pdf.EXE\"\r\n\r\nx\r\n", "refused")]
    [InlineData("message-attachments", Required + "Content-Type: application/x; name=a.xlsm\r\n\r\nx\r\n", "macros")]
    [InlineData("message-attachments", Required + "Content-Type: application/pdf; name=a.pdf\r\n\r\nx\r\n", "harmless")]
    [InlineData("message-attachments", Required + "Content-Type: application/zip; name=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\nUEsDBBQACQAIAAAAIQAAAAAAAAAAAAAAAAAFAAAAYS50eHQAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\n", "encrypted")]
    [InlineData("message-spf", Required + "\r\n", "no-address")]
    [InlineData("message-dkim", Required + "\r\n", "missing")]
    [InlineData("message-dmarc", Required + "\r\n", "spf-unknown")]
    [InlineData("message-alignment", Required + "\r\n", "unknown")]
    [InlineData("message-arc", Required + "\r\n", "none")]
    [InlineData("message-size", Required + "\r\n", "fits")]
    public async Task A_point_turns_out(string point, string message, string outcomes) => Assert.Equal(outcomes, await OutcomesAsync(point, message));

    [Theory]
    [InlineData("192.0.2.25", "x@example.com", "pass", "pass", "spf-only")]
    [InlineData("192.0.2.26", "x@example.com", "fail", "refused", "none")]
    [InlineData("192.0.2.25", "x@other.example", "no-record", "refused", "none")]
    [InlineData("192.0.2.25", "", "no-sender", "spf-unknown", "unknown")]
    public async Task The_way_it_came_decides(string ip, string sender, string spf, string dmarc, string alignment)
    {
        var results = await RunAsync(Parse(Required + "\r\nText.\r\n"), ip, sender);

        Assert.Equal((spf, dmarc, alignment), (Of("message-spf"), Of("message-dmarc"), Of("message-alignment")));

        string Of(string check) => results.Single(result => result.Check == check).Outcome;
    }

    [Fact]
    public async Task Long_lines_are_counted()
    {
        var message = $"{Required}\r\n{new string('a', 998)}\r\n{new string('b', 999)}\r\n";

        var result = (await RunAsync(Parse(message))).Single(result => result.Check == "message-line-length");

        Assert.Equal(("too-long", "line 7: 999 octets"), (result.Outcome, result.Evidence[0]));
    }

    [Fact]
    public async Task A_large_message_is_told_and_a_long_html_too()
    {
        var text = $"{Html}<p>{string.Join("\r\n", Enumerable.Repeat(new string('a', 76), 280_000))}</p>\r\n";

        Assert.Equal("too-large clipped", await OutcomesAsync("message-size", text));
    }
}
