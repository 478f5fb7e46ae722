using System.Text;
using Todoku.Mail.Messages;
using Todoku.Relay.Sendmail;

namespace Todoku.Relay.Tests.Sendmail;

/// <summary>Recipients out of a header, and addresses without a domain.</summary>
public sealed class HeaderRecipientsTests
{
    [Theory]
    [InlineData("To: a@x.example\r\nCc: B <b@x.example>, c@x.example\r\nBcc: d@x.example\r\n", "a@x.example b@x.example c@x.example d@x.example")]
    [InlineData("to: a@x.example,\r\n\ta@x.example, \"e, f\" <e@x.example>\r\n", "a@x.example e@x.example")]
    [InlineData("To: friends: a@x.example, b@x.example;, c@x.example\r\n", "a@x.example b@x.example c@x.example")]
    [InlineData("To: undisclosed-recipients:;\r\nBcc: a@x.example\r\n", "a@x.example")]
    [InlineData("To: a@x.example\r\nResent-To: b@x.example\r\nResent-Bcc: c@x.example\r\nBcc: d@x.example\r\n", "b@x.example c@x.example")]
    [InlineData("To: root\r\n", "root")]
    [InlineData("To: =?UTF-8?B?5bGx55Sw?= <yamada@x.example>\r\n", "yamada@x.example")]
    [InlineData("To: 山田 <yamada@x.example>\r\n", "yamada@x.example")]
    [InlineData("To: foo..bar@docomo.ne.jp, foo.@ezweb.ne.jp\r\n", "foo..bar@docomo.ne.jp foo.@ezweb.ne.jp")]
    [InlineData("To: root, \"A B\" <c@d.example>\r\n", "root c@d.example")]
    [InlineData("To: A, B <c@d.example>\r\n", "A c@d.example")]
    [InlineData("To: a@b.example c\r\n", "a@b.example c")]
    [InlineData("To: A <a@b.example\r\n", "a@b.example")]
    [InlineData("To: a@b.example c@d.example\r\n", "a@b.example c@d.example")]
    [InlineData("To: a@b.example, \"unclosed <c@d.example>\r\n", "a@b.example c@d.example")]
    [InlineData("Subject: none\r\n", "")]
    [InlineData("To:\r\n", "")]
    public void Finds_them(string header, string expected)
    {
        var found = HeaderRecipients.Of(MessageHeaders.Parse(Encoding.UTF8.GetBytes(header + "\r\n")), out var unread);

        Assert.Equal(expected, string.Join(' ', found));
        Assert.Empty(unread);
    }

    [Theory]
    [InlineData("a@b.example, @@")]
    [InlineData("a@b.example, c d")]
    [InlineData("a@b.example, <>")]
    [InlineData("a@b.example, e@")]
    public void Loses_none_without_a_word(string list)
    {
        var found = HeaderRecipients.Of(MessageHeaders.Parse(Encoding.UTF8.GetBytes($"To: {list}\r\nCc: f@g.example\r\n\r\n")), out var unread);

        Assert.Equal([list], unread);
        Assert.Equal(["f@g.example"], found);
    }

    [Theory]
    [InlineData("root", "root@mail.example.com")]
    [InlineData("postmaster", "postmaster@mail.example.com")]
    [InlineData("a@x.example", "a@x.example")]
    [InlineData("foo..bar@docomo.ne.jp", "\"foo..bar\"@docomo.ne.jp")]
    [InlineData("a@", null)]
    [InlineData("@x.example", null)]
    [InlineData("a b", null)]
    [InlineData("a\nb", null)]
    [InlineData("a@x.example> SIZE=1", null)]
    [InlineData("", null)]
    public void Puts_the_host_to_an_address_without_a_domain(string text, string? expected) => Assert.Equal(expected, LocalAddress.Qualify(text, "mail.example.com")?.ToString());

    [Theory]
    [InlineData("", "From: www@x.example\r\n")]
    [InlineData("Web Shop", "From: Web Shop <www@x.example>\r\n")]
    [InlineData("a\r\nX: y", "From: \"aX: y\" <www@x.example>\r\n")]
    [InlineData("山田", "From: =?utf-8?b?5bGx55Sw?= <www@x.example>\r\n")]
    public void Writes_a_From_field_that_nothing_can_be_smuggled_into(string name, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(MissingFrom.Field(name, LocalAddress.Qualify("www@x.example", ""), "h.example")), ignoreCase: true);

    [Fact]
    public void The_null_sender_is_the_mailer() => Assert.Equal("From: MAILER-DAEMON@h.example\r\n", Encoding.UTF8.GetString(MissingFrom.Field("", null, "h.example")));
}
