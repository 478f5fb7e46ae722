using System.Buffers;
using System.Text;
using CsCheck;
using Todoku.Smtp.Data;

namespace Todoku.Smtp.Tests.Data;

/// <summary>Dot-stuffing, there and back.</summary>
public sealed class DotTests
{
    [Theory]
    [InlineData("", ".\r\n")]
    [InlineData(".", "..\r\n.\r\n")]
    [InlineData("a\r\n.b\r\n", "a\r\n..b\r\n.\r\n")]
    [InlineData("a\n.\nb", "a\r\n..\r\nb\r\n.\r\n")]
    [InlineData("a\r.\rb\r", "a\r\n..\r\nb\r\n.\r\n")]
    [InlineData("\r\n.\r\n", "\r\n..\r\n.\r\n")]
    [InlineData("a\r\r\n", "a\r\n\r\n.\r\n")]
    public void Encodes(string message, string wire) => Assert.Equal(wire, Encode(message, message.Length));

    [Fact]
    public void What_was_encoded_is_decoded_however_it_is_cut() =>
        Gen.Char["\r\n.ab"].Array[0, 30].Select(Gen.Int[1, 30], Gen.Int[1, 30]).Sample((characters, cut, other) =>
        {
            var message = new string(characters);
            var wire = Encode(message, cut);
            Assert.Equal(Encode(message, message.Length), wire);

            var (text, progress, rest) = Decode(wire + "NEXT", other);

            Assert.Equal(DotProgress.End, progress);
            Assert.Equal("NEXT", rest);
            // Every break became a CRLF; nothing else changed.
            var lines = message.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
            Assert.Equal(lines.Length == 0 || lines.EndsWith('\n') ? lines : lines + "\n", text.Replace("\r\n", "\n", StringComparison.Ordinal));
        }, iter: 10_000);

    [Fact]
    public void The_end_is_where_it_first_stands_and_what_is_forbidden_is_seen() => Gen.Char["\r\n.\0a"].Array[0, 24].Select(Gen.Int[1, 24]).Sample((characters, cut) =>
    {
        var wire = new string(characters);
        var (_, progress, rest) = Decode(wire, cut);
        var end = ("\r\n" + wire).IndexOf("\r\n.\r\n", StringComparison.Ordinal);

        if (progress == DotProgress.End) Assert.Equal(wire[(end + 3)..], rest);
        else if (progress == DotProgress.More) Assert.True(end < 0);
        else Assert.True(end < 0 || wire.Length - rest.Length <= end + 3);
    }, iter: 10_000);

    private static string Encode(string message, int cut)
    {
        var output = new ArrayBufferWriter<byte>();
        var encoder = new DotEncoder();
        foreach (var part in Encoding.Latin1.GetBytes(message).Chunk(Math.Max(cut, 1))) encoder.Encode(part, output);
        encoder.Finish(output);
        return Encoding.Latin1.GetString(output.WrittenSpan);
    }

    private static (string Text, DotProgress Progress, string After) Decode(string wire, int cut)
    {
        var text = new StringBuilder();
        var decoder = new DotDecoder();
        var octets = Encoding.Latin1.GetBytes(wire);
        var done = 0;
        var progress = DotProgress.More;
        while (done < octets.Length && progress == DotProgress.More)
        {
            var part = octets.AsSpan(done, Math.Min(cut, octets.Length - done));
            progress = decoder.Decode(part, out var run, out var consumed);
            text.Append(Encoding.Latin1.GetString(part[run]));
            done += consumed;
        }
        return (text.ToString(), progress, Encoding.Latin1.GetString(octets[done..]));
    }
}
