using System.Text;
using CsCheck;
using Todoku.Smtp.Envelopes;

namespace Todoku.Smtp.Tests.Envelopes;

/// <summary>Paths (RFC 5321, section 4.1.2).</summary>
public sealed class MailboxParserTests
{
    [Theory]
    [InlineData("<a@b.example>", "a@b.example")]
    [InlineData("<>", "")]
    [InlineData("<A.b+c@B.Example>", "A.b+c@b.example")]
    [InlineData("<\"a b\"@b.example>", "\"a b\"@b.example")]
    [InlineData("<\"a\\\"b\\\\\"@b.example>", "\"a\\\"b\\\\\"@b.example")]
    [InlineData("<\"ab\"@b.example>", "ab@b.example")]
    [InlineData("<foo..bar@docomo.ne.jp>", "\"foo..bar\"@docomo.ne.jp")]
    [InlineData("<foo.@ezweb.ne.jp>", "\"foo.\"@ezweb.ne.jp")]
    [InlineData("<@x.example:a@b.example>", "a@b.example")]
    [InlineData("<@x.example,@[192.0.2.1]:a@b.example>", "a@b.example")]
    [InlineData("<a@[192.0.2.1]>", "a@[192.0.2.1]")]
    [InlineData("<a@[IPv6:2001:DB8::1]>", "a@[IPv6:2001:db8::1]")]
    [InlineData("<Postmaster>", "Postmaster")]
    [InlineData("<用户@例え.example>", "用户@例え.example")]
    [InlineData("<a@b_c.example>", "a@b_c.example")]
    public void Reads(string path, string mailbox)
    {
        ReadOnlySpan<byte> text = Encoding.UTF8.GetBytes($"{path} SIZE=1");

        Assert.Equal(PathError.None, MailboxParser.TryReadPath(ref text, out var read));
        Assert.Equal(mailbox, read?.ToString() ?? "");
        Assert.Equal(" SIZE=1", Encoding.UTF8.GetString(text));
    }

    [Theory]
    [InlineData("", PathError.NotInBrackets)]
    [InlineData("a@b.example", PathError.NotInBrackets)]
    [InlineData("<a@b.example", PathError.NotInBrackets)]
    [InlineData("<a@b.example x>", PathError.NotInBrackets)]
    [InlineData("<a@b@c.example>", PathError.NotInBrackets)]
    [InlineData("<a b@c.example>", PathError.NotInBrackets)]
    [InlineData("<@>", PathError.Domain)]
    [InlineData("<a@>", PathError.Domain)]
    [InlineData("<@x.example>", PathError.Domain)]
    [InlineData("<a@-b.example>", PathError.Domain)]
    [InlineData("<a@b-.example>", PathError.Domain)]
    [InlineData("<a@b..example>", PathError.Domain)]
    [InlineData("<a@b.example.>", PathError.Domain)]
    [InlineData("<a@[192.0.2.999]>", PathError.Domain)]
    [InlineData("<a@[192.0.2]>", PathError.Domain)]
    [InlineData("<a@[3221225985]>", PathError.Domain)]
    [InlineData("<a@[2001:db8::1]>", PathError.Domain)]
    [InlineData("<a@[IPv6:192.0.2.1]>", PathError.Domain)]
    [InlineData("<a@[IPv6:fe80::1%eth0]>", PathError.Domain)]
    [InlineData("<a@[IPv6:::1>", PathError.Domain)]
    [InlineData("<\"a@b.example>", PathError.LocalPart)]
    [InlineData("<\"\"@b.example>", PathError.LocalPart)]
    [InlineData("<\"a\rb\"@b.example>", PathError.LocalPart)]
    [InlineData("<a\0b@b.example>", PathError.NotInBrackets)]
    public void Refuses(string path, PathError error)
    {
        ReadOnlySpan<byte> text = Encoding.UTF8.GetBytes(path);

        Assert.Equal(error, MailboxParser.TryReadPath(ref text, out var read));
        Assert.Null(read);
    }

    [Fact]
    public void Refuses_what_is_too_long_or_no_UTF8()
    {
        Assert.True(MailboxParser.TryParse(Encoding.UTF8.GetBytes($"{new string('a', 255)}@b.example"), out _));
        Assert.False(MailboxParser.TryParse(Encoding.UTF8.GetBytes($"{new string('a', 256)}@b.example"), out _));
        Assert.False(MailboxParser.TryParse(Encoding.UTF8.GetBytes($"\"{new string('a', 256)}\"@b.example"), out _));
        Assert.False(MailboxParser.TryParse(Encoding.UTF8.GetBytes($"a@{new string('b', 64)}.example"), out _));
        Assert.False(MailboxParser.TryParse([0xFF, (byte)'@', (byte)'b'], out _));
        Assert.False(MailboxParser.TryParse([(byte)'a', (byte)'@', 0xFF], out _));
    }

    [Theory]
    [InlineData("a..b@b.example", true)]
    [InlineData(".a@b.example", true)]
    [InlineData("a.@b.example", true)]
    [InlineData("a.b@b.example", false)]
    public void Shows_stray_dots(string address, bool has)
    {
        Assert.True(MailboxParser.TryParse(Encoding.UTF8.GetBytes(address), out var mailbox));
        Assert.Equal(has, mailbox?.HasStrayDots);
    }

    [Fact]
    public void What_was_read_is_read_again_from_its_own_form() => Gen.Char[" \"\\.@<>azé日,;:()[]\t"].Array[1, 20].Select(Gen.Bool).Sample((characters, quoted) =>
    {
        var local = new string(characters);
        var text = quoted ? $"\"{local.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"@b.example" : $"{local}@b.example";
        if (!MailboxParser.TryParse(Encoding.UTF8.GetBytes(text), out var mailbox) || mailbox is null) return;
        Assert.True(MailboxParser.TryParse(Encoding.UTF8.GetBytes(mailbox.ToString()), out var again));
        Assert.Equal(mailbox, again);
    });

    [Fact]
    public void No_octets_break_it() => Gen.Byte.Array[0, 60].Sample(octets =>
    {
        ReadOnlySpan<byte> text = octets;
        var error = MailboxParser.TryReadPath(ref text, out var mailbox);
        Assert.True(error == PathError.None || mailbox is null);
        if (mailbox is not null) Assert.DoesNotContain('\n', mailbox.ToString());
    });

    [Fact]
    public void Xtext_comes_back() => Gen.Char[' ', '~'].Array[1, 40].Sample(characters =>
    {
        var value = new string(characters);
        Assert.True(Xtext.TryDecode(Encoding.ASCII.GetBytes(Xtext.Encode(value)), 100, out var decoded));
        Assert.Equal(value, decoded);
    });

    [Theory]
    [InlineData("")]
    [InlineData("a=b")]
    [InlineData("a b")]
    [InlineData("a+4")]
    [InlineData("a+4g")]
    [InlineData("a+2b")]
    [InlineData("a+0A")]
    public void Xtext_that_is_none(string text) => Assert.False(Xtext.TryDecode(Encoding.ASCII.GetBytes(text), 100, out _));
}
