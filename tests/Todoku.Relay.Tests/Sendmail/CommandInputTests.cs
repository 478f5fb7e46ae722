using System.Buffers;
using System.Text;
using Todoku.Relay.Sendmail;

namespace Todoku.Relay.Tests.Sendmail;

/// <summary>Line ends and the dot, in whatever pieces they come.</summary>
public sealed class CommandInputTests
{
    [Theory]
    [InlineData("a\nb\n", "a\r\nb\r\n")]
    [InlineData("a\r\nb\r\n", "a\r\nb\r\n")]
    [InlineData("a\r\r\nb", "a\r\nb\r\n")]
    [InlineData("a\nb\r\nc\rd", "a\r\nb\r\nc\r\nd\r\n")]
    [InlineData("a\n\n\nb\n", "a\r\n\r\n\r\nb\r\n")]
    [InlineData("a\r\r\rb", "a\r\n\r\n\r\nb\r\n")]
    [InlineData("", "")]
    [InlineData("\n", "\r\n")]
    [InlineData("a\n.\nMAIL FROM:<evil@example.org>\n", "a\r\n")]
    [InlineData("a\r\n.\r\nb\r\n", "a\r\n")]
    [InlineData(".\n", "")]
    [InlineData("a\n.", "a\r\n")]
    [InlineData("a\n..\n.b\n. \n", "a\r\n..\r\n.b\r\n. \r\n")]
    [InlineData("a.\n", "a.\r\n")]
    public void Brings_lines_into_form(string input, string expected)
    {
        Assert.Equal(expected, Read(input, endsAtDot: true, input.Length + 1));
        Assert.Equal(expected, Read(input, endsAtDot: true, 1));
        Assert.Equal(expected, Read(input, endsAtDot: true, 2));
    }

    [Fact]
    public void A_dot_is_a_line_when_it_is_told() => Assert.Equal("a\r\n.\r\nb\r\n", Read("a\n.\nb\n", endsAtDot: false, 1));

    private static string Read(string input, bool endsAtDot, int piece)
    {
        var lines = new CommandInput(endsAtDot);
        var output = new ArrayBufferWriter<byte>();
        foreach (var some in Encoding.Latin1.GetBytes(input).Chunk(piece)) lines.Take(some, output);
        lines.Finish(output);
        return Encoding.Latin1.GetString(output.WrittenSpan);
    }
}
