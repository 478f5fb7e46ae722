using System.Text;
using CsCheck;
using Todoku.Mail.Authors;
using Todoku.Mail.Messages;

namespace Todoku.Mail.Tests.Authors;

public sealed class AuthorDomainTests
{
    private static readonly string[] Pieces = ["\"", "\\", "(", ")", "<", ">", "@", ".", ",", ";", ":", "[", "]", "a", "b.example", " ", "\0", "ü", "\r\n "];

    [Theory]
    [InlineData("u@example.com")]
    [InlineData(" <u@example.com>")]
    [InlineData(" U <u@EXAMPLE.Com>")]
    [InlineData(" \"x@y.example\" <u@example.com>")]
    [InlineData(" \"x@y.example, z\" <u@example.com>")]
    [InlineData(" \"a \\\" <x@y.example>\" <u@example.com>")]
    [InlineData(" (x@y.example) u@example.com (also z@y.example)")]
    [InlineData(" (a (nested x@y.example) \\) b) u@example.com")]
    [InlineData(" u@example(a comment).com")]
    [InlineData(" <u @ example . com>")]
    [InlineData(" u@example .\r\n com")]
    [InlineData(" <@relay.example,@other.example:u@example.com>")]
    [InlineData(" , u@example.com,, ")]
    [InlineData(" \"a@b\"@example.com")]
    [InlineData(" \"\"@example.com")]
    [InlineData(" a . b@example.com")]
    [InlineData(" Group: u@example.com, v@example.com;")]
    [InlineData(" u@example.com, V <v@Example.com>")]
    [InlineData(" =?utf-8?q?x=40y.example?= <u@example.com>")]
    [InlineData(" 山田 <u@example.com>")]
    [InlineData(" J. R. Doe <u@example.com>")]
    public void Reads_the_one_domain(string field) => Assert.Equal(new AuthorDomain.One(DomainName.Parse("example.com"), false), Of(field));

    [Theory]
    [InlineData(" x@y.example <u@example.com>")]
    [InlineData(" \"Doe, J <x@y.example>\" u@example.com")]
    [InlineData(" <<<><u@example.com>>>")]
    [InlineData(" Mail From:<u@example.com>")]
    [InlineData(" From: J D'Oe <u@example.com>")]
    [InlineData(" Doe, J <u@example.com>")]
    [InlineData(" J <u@example.com")]
    [InlineData(" \"J <u@example.com>")]
    [InlineData(" J (and <u@example.com>")]
    [InlineData(" J\0ohn <u@example.com>")]
    [InlineData(" u@example.com; v@example.com")]
    [InlineData(" a..b@example.com")]
    [InlineData(" a.@example.com")]
    [InlineData(" u@example.com.")]
    [InlineData(" u, v@example.com")]
    public void Reads_what_breaks_the_form_but_leaves_no_choice(string field) =>
        Assert.Equal(new AuthorDomain.One(DomainName.Parse("example.com"), true), Of(field));

    [Theory]
    [InlineData(" u@bücher.example", "xn--bcher-kva.example")]
    [InlineData(" u@BÜCHER.example", "xn--bcher-kva.example")]
    [InlineData(" <u@例え。jp>", "xn--r8jz45g.jp")]
    [InlineData(" u@xn--bcher-kva.example", "xn--bcher-kva.example")]
    public void Brings_labels_into_the_form_of_DNS(string field, string domain) =>
        Assert.Equal(domain, Assert.IsType<AuthorDomain.One>(Of(field)).Domain.ToString());

    [Theory]
    [InlineData(" a@x.example, b@y.example")]
    [InlineData(" A <a@x.example>, b@y.example")]
    [InlineData(" <a@x.example> <b@y.example>")]
    [InlineData(" G: a@x.example; , b@y.example")]
    [InlineData(" a@x.example; b@y.example")]
    public void Names_several_domains(string field) => Assert.Equal(2, Assert.IsType<AuthorDomain.Several>(Of(field)).Domains.Count);

    [Theory]
    [InlineData("", MissingAuthor.NoAddress)]
    [InlineData(" \r\n ", MissingAuthor.NoAddress)]
    [InlineData(" <>", MissingAuthor.NoAddress)]
    [InlineData(" undisclosed:;", MissingAuthor.NoAddress)]
    [InlineData(" (u@example.com)", MissingAuthor.NoAddress)]
    [InlineData(" root", MissingAuthor.NoDomain)]
    [InlineData(" \"u@example.com\"", MissingAuthor.NoDomain)]
    [InlineData(" =?utf-8?q?u=40example.com?=", MissingAuthor.NoDomain)]
    [InlineData(" u@[192.0.2.1]", MissingAuthor.AddressLiteral)]
    [InlineData(" u@[IPv6:2001:db8::1]", MissingAuthor.AddressLiteral)]
    public void Says_why_there_is_none(string field, MissingAuthor reason) => Assert.Equal(new AuthorDomain.Missing(reason), Of(field));

    [Theory]
    [InlineData(" u@example.com\0.y.example", MalformedAuthor.BrokenAddress)]
    [InlineData(" u@exam ple.com", MalformedAuthor.BrokenAddress)]
    [InlineData(" u@exam\r\n ple.com", MalformedAuthor.BrokenAddress)]
    [InlineData(" u@example.com v@y.example", MalformedAuthor.BrokenAddress)]
    [InlineData(" u@x.example@y.example", MalformedAuthor.BrokenAddress)]
    [InlineData(" <a@x.example, b@y.example", MalformedAuthor.BrokenAddress)]
    [InlineData(" <a@x.example <b@y.example>>", MalformedAuthor.BrokenAddress)]
    [InlineData(" a@x.example: b@y.example;", MalformedAuthor.BrokenAddress)]
    [InlineData(" @x.example", MalformedAuthor.BrokenAddress)]
    [InlineData(" u@x.example\\.y.example", MalformedAuthor.BrokenAddress)]
    [InlineData(" u@", MalformedAuthor.InvalidDomain)]
    [InlineData(" u@example..com", MalformedAuthor.InvalidDomain)]
    [InlineData(" u@.example.com", MalformedAuthor.InvalidDomain)]
    [InlineData(" u@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example", MalformedAuthor.InvalidDomain)]
    public void Does_not_guess(string field, MalformedAuthor reason) => Assert.Equal(new AuthorDomain.Malformed(reason), Of(field));

    [Fact]
    public void Latin_1_is_no_domain() =>
        Assert.Equal(new AuthorDomain.Malformed(MalformedAuthor.InvalidDomain), AuthorDomain.Of(Encoding.Latin1.GetBytes(" u@bücher.example")));

    [Fact]
    public void Wants_exactly_one_field()
    {
        Assert.Equal(new AuthorDomain.Missing(MissingAuthor.NoField), OfMessage("To: u@example.com\r\n\r\nFrom: u@example.com\r\n"));
        Assert.Equal(new AuthorDomain.Malformed(MalformedAuthor.RepeatedField), OfMessage("From: u@example.com\r\nfrom : u@example.com\r\n\r\n"));
        Assert.IsType<AuthorDomain.One>(OfMessage("From:\r\n u@example.com\r\n\r\n"));
    }

    [Theory]
    [InlineData("(")]
    [InlineData("\"")]
    [InlineData("\\\"")]
    [InlineData("[")]
    [InlineData("<")]
    [InlineData("a@b.example,")]
    [InlineData("<a@b.example>")]
    [InlineData(":")]
    [InlineData("(()")]
    public void Long_fields_are_read_in_linear_time(string piece)
    {
        var field = string.Concat(Enumerable.Repeat(piece, AuthorDomain.MaxLength / piece.Length));

        Assert.NotNull(Of(field));
        Assert.Equal(new AuthorDomain.Malformed(MalformedAuthor.TooLong), Of(field + new string('a', AuthorDomain.MaxLength)));
    }

    [Fact]
    public void Keeps_few_of_many_domains()
    {
        var field = string.Join(',', Enumerable.Range(0, 1_000).Select(i => $"u@d{i}.example"));

        Assert.Equal(AuthorDomain.MaxDomains, Assert.IsType<AuthorDomain.Several>(Of(field)).Domains.Count);
    }

    [Fact]
    public void Reads_anything() => Gen.OneOf(
            Gen.Byte.Array[0, 200],
            Gen.Int[0, Pieces.Length - 1].Array[0, 40].Select(pieces => Encoding.UTF8.GetBytes(string.Concat(pieces.Select(piece => Pieces[piece])))))
        .Sample(field => AuthorDomain.Of(field) is not null);

    // However the local part and the display name are quoted, the domain of a well-formed mailbox is read.
    [Fact]
    public void No_display_name_hides_the_address() => Gen.Char[' ', '~'].Array[0, 30].Select(letters => new string(letters)).Sample(name =>
    {
        var quoted = name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        return Of($" \"{quoted}\" <\"{quoted}\"@example.com>") == new AuthorDomain.One(DomainName.Parse("example.com"), false);
    });

    private static AuthorDomain OfMessage(string message) => AuthorDomain.OfMessage(MessageHeaders.Parse(Encoding.UTF8.GetBytes(message)));

    private static AuthorDomain Of(string field) => AuthorDomain.Of(Encoding.UTF8.GetBytes(field));
}
