using System.Text;
using CsCheck;
using Todoku.Authentication.AuthenticationResults;

namespace Todoku.Authentication.Tests.AuthenticationResults;

public sealed class AuthenticationResultsTests
{
    // RFC 8601, appendix B: the forms that its examples show.
    [Theory]
    [InlineData(" example.org 1; none", "example.org", 1, "")]
    [InlineData(" example.com;\r\n spf=pass smtp.mailfrom=example.net", "example.com", 1, "spf=pass smtp.mailfrom=example.net")]
    [InlineData(" example.com;\r\n auth=pass (cram-md5) smtp.auth=sender@example.net;\r\n spf=pass smtp.mailfrom=example.net", "example.com", 1,
        "auth=pass smtp.auth=sender@example.net|spf=pass smtp.mailfrom=example.net")]
    [InlineData(" foo.example.net (foobar) 1 (baz);\r\n dkim (Because I like it) / 1 (One yay) = (wait for it) fail\r\n policy (A dot can go here) . (like that) expired\r\n (this surprised me) = (as I wasn't expecting it) 1362471462",
        "foo.example.net", 1, "dkim=fail policy.expired=1362471462")]
    [InlineData(" example.com 2; dkim=pass reason=\"good; (really)\" header.i=@mail.example.com", "example.com", 2, "dkim=pass header.i=@mail.example.com")]
    [InlineData(" \"a b;c\"; spf=none smtp.helo=x", "a b;c", 1, "spf=none smtp.helo=x")]
    public void Reads_what_RFC_8601_allows(string value, string id, int version, string methods)
    {
        var field = Read(value);

        Assert.Equal((id, version, methods, true, 0), (field.AuthservId, field.Version, Show(field), field.IsWellFormed, field.Unreadable));
    }

    [Theory]
    [InlineData("mx.example; dkim=pass header.b=ab/c+d== header.s=s1;", "mx.example", "dkim=pass header.b=ab/c+d== header.s=s1")]
    [InlineData("spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=a.example; dmarc=pass action=none header.from=a.example;compauth=pass reason=100", "",
        "spf=pass smtp.mailfrom=a.example|dmarc=pass .action=none header.from=a.example|compauth=pass")]
    [InlineData("mx.example; ; dkim=; =pass; dkim pass; spf=pass", "mx.example", "spf=pass")]
    [InlineData("mx.example; dkim=pass \"; spf=pass", "mx.example", "dkim=pass|spf=pass")]
    [InlineData("mx.example; dkim=pass (; spf=pass", "mx.example", "dkim=pass|spf=pass")]
    [InlineData("mx.example; none; spf=pass", "mx.example", "spf=pass")]
    [InlineData("mx.example", "mx.example", "")]
    [InlineData("", "", "")]
    public void Reads_what_is_written_against_it(string value, string id, string methods)
    {
        var field = Read(value);

        Assert.Equal((id, methods, false), (field.AuthservId, Show(field), field.IsWellFormed));
    }

    [Fact]
    public void Keeps_what_is_said_to_people()
    {
        var method = Read("mx.example; dkim=fail (2048-bit (\\)) key) reason=\"bad \\\"x\\\"\" header.d=x.example").Methods[0];

        Assert.Equal(("2048-bit ()) key", "bad \"x\"", "x.example"), (method.Comment, method.Reason, method.Property("header", "d")));
    }

    [Fact]
    public void Writes_what_RFC_8601_shows()
    {
        var field = new AuthenticationResultsField("mx.example.org",
        [
            new MethodResult("spf", "pass") { Properties = [new("smtp", "mailfrom", "bounces+a=b@example.com")] },
            new MethodResult("dkim", "pass") { Comment = "2048-bit (RSA)", Properties = [new("header", "d", "example.com"), new("header", "s", "s1"), new("header", "b", "a/b+c=")] },
            new MethodResult("dmarc", "fail") { Version = 1, Reason = "not aligned", Properties = [new("header", "from", "mail.example.com"), new("policy", "dmarc", "reject")] },
        ]);

        Assert.Equal(
            "Authentication-Results: mx.example.org;\r\n"
            + "  spf=pass smtp.mailfrom=bounces+a=b@example.com;\r\n"
            + "  dkim=pass (2048-bit \\(RSA\\)) header.d=example.com header.s=s1\r\n"
            + "   header.b=\"a/b+c=\";\r\n"
            + "  dmarc/1=fail reason=\"not aligned\" header.from=mail.example.com\r\n"
            + "   policy.dmarc=reject",
            AuthenticationResultsWriter.Write("Authentication-Results: ", field));
        Assert.Equal("ARC-Authentication-Results: i=1; mx.example; none",
            AuthenticationResultsWriter.Write("ARC-Authentication-Results: i=1; ", new AuthenticationResultsField("mx.example", [])));
    }

    [Theory]
    [InlineData("x\r\nBcc: y@example.com")]
    [InlineData("x; dmarc=pass")]
    [InlineData("x\"; dmarc=pass \"")]
    [InlineData("x\\\"; dmarc=pass")]
    [InlineData("x) dmarc=pass (")]
    [InlineData("x\\) ; dmarc=pass")]
    [InlineData("x\0\u0085\u2028; dmarc=pass")]
    [InlineData("(x")]
    [InlineData("x\\")]
    [InlineData("a b@example.com ; dmarc=pass")]
    [InlineData("\ud800; dmarc=pass")]
    public void Nothing_can_be_injected(string value)
    {
        var field = new AuthenticationResultsField(value,
            [new MethodResult("spf", "fail") { Comment = value, Reason = value, Properties = [new("smtp", "mailfrom", value), new("smtp", "helo", "y")] }]);

        var written = AuthenticationResultsWriter.Write("", field);

        Assert.Equal("spf=fail", string.Join('|', Read(written).Methods.Select(method => $"{method.Method}={method.Result}")));
        Assert.Equal(["mailfrom", "helo"], Read(written).Methods[0].Properties.Select(property => property.Name));
        Assert.All(written.Split("\r\n").Skip(1), line => Assert.StartsWith("  ", line, StringComparison.Ordinal));
        Assert.DoesNotContain(written.Replace("\r\n", "", StringComparison.Ordinal), char.IsControl);
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        var text = Gen.Char[' ', '~'].Array[0, 60].Select(letters => new string(letters));
        var keyword = Gen.Char["abcxyz019-_"].Array[1, 8].Select(letters => new string(letters));
        var property = Gen.Select(keyword, keyword, text, (type, name, value) => new ResultProperty(type, name, value));
        var method = Gen.Select(keyword.Where(name => name != "none"), keyword, text, text, property.Array[0, 4], Gen.Int[0, 9].Select(number => number == 0 ? (int?)null : number),
            (name, result, reason, comment, properties, version) =>
                new MethodResult(name, result) { Reason = reason, Comment = comment, Properties = properties, Version = version });
        Gen.Select(text.Where(id => id.Length > 0), method.Array[1, 4]).Sample((id, methods) =>
        {
            var field = new AuthenticationResultsField(id, methods);

            var again = Read(AuthenticationResultsWriter.Write("", field));

            Assert.Equal((id, true, 0), (again.AuthservId, again.IsWellFormed, again.Unreadable));
            Assert.Equal(methods.Length, again.Methods.Count);
            foreach (var (expected, actual) in methods.Zip(again.Methods))
            {
                Assert.Equal((expected.Method, expected.Result, expected.Reason, expected.Comment, expected.Version),
                    (actual.Method, actual.Result, actual.Reason, actual.Comment, actual.Version));
                Assert.Equal(expected.Properties, actual.Properties);
            }
        });
    }

    [Fact]
    public void Lines_stay_short() => Gen.Select(Gen.Char[' ', '\u2fff'].Array[0, 2_000].Select(letters => new string(letters)), Gen.Int[1, 30]).Sample((text, count) =>
    {
        var field = new AuthenticationResultsField("mx.example",
            [new MethodResult("spf", "fail") { Reason = text, Comment = text, Properties = [.. Enumerable.Repeat(new ResultProperty("smtp", "mailfrom", text), count)] }]);

        return AuthenticationResultsWriter.Write("Authentication-Results: ", field).Split("\r\n").All(line => Encoding.UTF8.GetByteCount(line) <= 998);
    });

    [Fact]
    public void Refuses_keywords_that_are_none() =>
        Assert.Throws<ArgumentException>(() => AuthenticationResultsWriter.Write("", new AuthenticationResultsField("x", [new MethodResult("spf", "pass; dmarc=pass")])));

    [Theory]
    [InlineData("(")]
    [InlineData("\"")]
    [InlineData("a=b;")]
    [InlineData("a=b c.d=e ")]
    [InlineData("\\\"")]
    [InlineData("(()")]
    public void Long_fields_are_read_within_bounds(string piece)
    {
        var field = Read("mx.example;" + string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length)));

        Assert.InRange(field.Methods.Count, 0, AuthenticationResultsParser.MaxMethods);
        Assert.All(field.Methods, method => Assert.InRange(method.Properties.Count, 0, AuthenticationResultsParser.MaxProperties));
        Assert.False(field.IsWellFormed);
    }

    [Fact]
    public void Reads_anything() => Gen.OneOf(
            Gen.Byte.Array[0, 200],
            Gen.Char["mx=;.()\"\\ /none1\r\n\té@"].Array[0, 80].Select(letters => Encoding.UTF8.GetBytes(new string(letters))))
        .Sample(value => AuthenticationResultsField.Parse(value).ToString().Length > 0);

    private static AuthenticationResultsField Read(string value) => AuthenticationResultsField.Parse(Encoding.UTF8.GetBytes(value));

    private static string Show(AuthenticationResultsField field) => string.Join('|', field.Methods.Select(method =>
        string.Join(' ', [$"{method.Method}={method.Result}", .. method.Properties.Select(property => $"{property.Type}.{property.Name}={property.Value}")])));
}
