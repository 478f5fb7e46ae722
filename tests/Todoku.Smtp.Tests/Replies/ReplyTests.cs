using System.Text;
using CsCheck;
using Todoku.Mail;
using Todoku.Smtp.Replies;

namespace Todoku.Smtp.Tests.Replies;

/// <summary>Replies go out whole, whatever their words are.</summary>
public sealed class ReplyTests
{
    [Fact]
    public void Has_code_and_status_on_each_line() => Assert.Equal(
        "550-5.7.1 one\r\n550 5.7.1 two\r\n", Wire(new Reply(550, new EnhancedStatusCode(5, 7, 1), "one", "two")));

    [Fact]
    public void Folds_a_long_line_at_a_blank() => Assert.Equal(
        $"550-5.1.0 {new string('a', 300)}\r\n550 5.1.0 {new string('b', 300)}\r\n", Wire(Reply.Of(550, 1, 0, $"{new string('a', 300)} {new string('b', 300)}")));

    [Fact]
    public void No_words_break_out() => Gen.String.Select(Gen.Int[0, 1200]).Sample((text, repeat) =>
    {
        var wire = Wire(Reply.Of(550, 1, 1, text + new string('x', repeat)));

        Assert.EndsWith("\r\n", wire, StringComparison.Ordinal);
        var lines = wire[..^2].Split("\r\n");
        Assert.All(lines[..^1], line => Assert.StartsWith("550-5.1.1 ", line, StringComparison.Ordinal));
        Assert.StartsWith("550 5.1.1 ", lines[^1], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.True(line.Length <= 510 && line.All(c => c is >= ' ' and <= '~')));
    });

    [Fact]
    public void Code_and_status_are_of_one_class() => Assert.Throws<ArgumentException>(() => new Reply(250, new EnhancedStatusCode(5, 0, 0), "x"));

    private static string Wire(Reply reply) => Encoding.ASCII.GetString(reply.Octets);
}
