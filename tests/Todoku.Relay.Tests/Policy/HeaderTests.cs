using Todoku.Relay.Policy;
using Todoku.Relay.Queue;
using Todoku.Smtp.Envelopes;

namespace Todoku.Relay.Tests.Policy;

public sealed class HeaderTests
{
    private const string Complete = "From: a@customer.example\r\nDate: Tue, 24 Nov 2026 12:00:00 +0900\r\nMessage-ID: <1@x>\r\n";

    private readonly PolicyBench _bench = new();

    [Fact]
    public void A_complete_header_stays_as_it_is_under_the_Received_field() =>
        Assert.Equal(PolicyBench.Received + Complete + "\r\nbody", _bench.Run(Complete + "\r\nbody").Text);

    [Fact]
    public void Date_and_Message_ID_are_added_when_they_are_missing()
    {
        var run = _bench.Run("From: a@customer.example\r\n\r\nbody");

        Assert.Matches(@"^Received: [^\0]*\r\nDate: Tue, 24 Nov 2026 12:00:00 \+0900\r\nMessage-ID: <[0-9a-f]{32}@relay\.example\.net>\r\nFrom: a@customer\.example\r\n\r\nbody$", run.Text);
        Assert.Contains(new PolicyNote.FieldAdded("Date"), run.Message.Notes);
        Assert.Contains(new PolicyNote.FieldAdded("Message-ID"), run.Message.Notes);
    }

    [Theory]
    [InlineData("From: a@customer.example\r\nMessage-Id:\r\n  <1@x>  \r\nMessage-ID: <2@x>\r\n", "<1@x>")]
    [InlineData("From: a@customer.example\r\nMessage-ID: \r\n", "")]
    [InlineData("DKIM-Signature: v=1; a=rsa-sha256; d=other.example; s=s; h=From:Message-ID; bh=; b=\r\nFrom: a@customer.example\r\n", "")]
    public void The_Message_ID_is_known_in_one_line(string header, string expected) => Assert.Equal(expected, _bench.Run(header + "\r\nbody").Message.MessageId);

    [Fact]
    public void The_Message_ID_that_was_added_is_known() => Assert.Matches("^<[0-9a-f]{32}@relay\\.example\\.net>$", _bench.Run("From: a@customer.example\r\n\r\nbody").Message.MessageId);

    [Fact]
    public void Bcc_is_taken_out_with_its_folds_and_nothing_else()
    {
        var run = _bench.Run("Bcc: a@example.org,\r\n b@example.org\r\n" + Complete + "X-Odd :  \t kept \r\nbcc : c@example.org\r\nResent-Bcc:\r\nBccc: stays\r\n\r\nBcc: in the body\r\n");

        Assert.Equal(PolicyBench.Received + Complete + "X-Odd :  \t kept \r\nBccc: stays\r\n\r\nBcc: in the body\r\n", run.Text);
        Assert.Equal([new PolicyNote.FieldRemoved("Bcc", 2), new PolicyNote.FieldRemoved("Resent-Bcc", 1), new PolicyNote.NotSigned(NotSignedReason.NoKey)], run.Message.Notes);
    }

    [Fact]
    public void What_a_signature_covers_is_neither_added_nor_removed()
    {
        const string message = "DKIM-Signature: v=1; a=rsa-sha256; d=other.example; s=s; h=From:Bcc:Date; bh=; b=\r\nFrom: a@customer.example\r\nBcc: x@example.org\r\nMessage-ID: <1@x>\r\n\r\nbody";
        var run = _bench.Run(message);

        Assert.Equal(PolicyBench.Received + message, run.Text);
        Assert.Contains(new PolicyNote.FieldNotRemoved("Bcc", "other.example"), run.Message.Notes);
        Assert.Contains(new PolicyNote.FieldNotAdded("Date", "other.example"), run.Message.Notes);
        Assert.Equal(["other.example"], run.Message.SigningDomains);
    }

    [Fact]
    public async Task A_message_that_came_signed_still_verifies()
    {
        var once = _bench.Run("From: a@example.com\r\nBcc: x@example.org\r\n\r\nbody\r\n").Sent;
        var twice = _bench.Run(once);

        Assert.Equal(4, (await _bench.VerifyAsync(twice.Sent)).Signatures.Count(check => check.IsVerified));
    }

    [Theory]
    [InlineData("hello\r\n", "\r\nhello\r\n")]
    [InlineData(" folded into nothing\r\n\r\nbody", "\r\n folded into nothing\r\n\r\nbody")]
    [InlineData("Subject: x\r\nhello\r\nDate: x\r\n\r\nbody", "Subject: x\r\n\r\nhello\r\nDate: x\r\n\r\nbody")]
    [InlineData("From shop Tue Nov 24 12:00:00 2026\r\nSubject: x\r\n\r\nbody", "Subject: x\r\n\r\nbody")]
    public void A_line_that_is_no_field_ends_the_header(string message, string kept) => Assert.EndsWith(">\r\n" + kept, _bench.Run(message).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("List-Id: <a.example>", true)]
    [InlineData("list-unsubscribe: <https://a.example>", true)]
    [InlineData("Precedence: Bulk", true)]
    [InlineData("Precedence:\r\n list ", true)]
    [InlineData("Precedence: junk", true)]
    [InlineData("Precedence: first-class", false)]
    [InlineData("Auto-Submitted: auto-generated", false)]
    [InlineData("X-List-Id: a", false)]
    public void Bulk_is_what_says_so(string field, bool isBulk) => Assert.Equal(isBulk, _bench.Run($"{Complete}{field}\r\n\r\n").Message.IsBulk);

    [Fact]
    public void A_loop_is_refused()
    {
        Assert.Null(_bench.Run(string.Concat(Enumerable.Repeat("received: x\r\n", 99)) + Complete).Refusal);
        var refusal = _bench.Run(string.Concat(Enumerable.Repeat("Received: x\r\n", 100)) + Complete).Refusal;

        Assert.Equal(RefusalReason.Loop, refusal?.Reason);
        Assert.StartsWith("554 5.4.6 ", refusal?.Reply.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_past_its_limits_is_refused()
    {
        Assert.Equal(RefusalReason.HeaderTooLarge, _bench.Run($"X: {new string('x', 1 << 20)}\r\n\r\n").Refusal?.Reason);
        Assert.Equal(RefusalReason.TooManyFields, _bench.Run(string.Concat(Enumerable.Repeat("X: x\r\n", 2001))).Refusal?.Reason);
    }

    [Theory]
    [InlineData("a", false, "a@x.example", ContentNeeds.None)]
    [InlineData("\xe9", false, "a@x.example", ContentNeeds.EightBit)]
    [InlineData("a", true, "a@x.example", ContentNeeds.None)]
    [InlineData("\xe9", true, "a@x.example", ContentNeeds.EightBit)]
    [InlineData("a", true, "青@x.example", ContentNeeds.Utf8)]
    public void Needs_are_what_it_holds(string body, bool isInternational, string sender, ContentNeeds needs) =>
        Assert.Equal(needs, _bench.Run($"{Complete}\r\n{body}", PolicyBench.From(sender, new MailParameters { IsInternational = isInternational })).Message.Needs);

    [Fact]
    public void A_header_in_UTF_8_needs_SMTPUTF8_when_it_was_asked_for()
    {
        const string message = "Subject: \xe9\r\n" + Complete + "\r\n";

        Assert.Equal(ContentNeeds.EightBit, _bench.Run(message).Message.Needs);
        Assert.Equal(ContentNeeds.EightBit | ContentNeeds.Utf8, _bench.Run(message, PolicyBench.From("a@x.example", new MailParameters { IsInternational = true })).Message.Needs);
        Assert.Equal(ContentNeeds.Tls, _bench.Run(Complete, PolicyBench.From("a@x.example", new MailParameters { RequiresTls = true })).Message.Needs);
    }
}
