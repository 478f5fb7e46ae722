using System.Text;
using CsCheck;
using Todoku.Mail.Messages;

namespace Todoku.Mail.Tests.Messages;

public sealed class MessageHeadersTests
{
    [Fact]
    public void Reads_fields_and_finds_the_body()
    {
        var headers = Parse("From: a@example.com\r\nSubject: one\r\n two\r\n\r\nbody\r\n");

        Assert.Equal(["From", "Subject"], Names(headers));
        Assert.Equal("Subject: one\r\n two", Text(headers.Fields[1].Raw));
        Assert.Equal(" one\r\n two", Text(headers.Fields[1].Value));
        Assert.Equal("one two", Text(headers.Fields[1].Unfold()));
        Assert.Equal(21, headers.Fields[1].Offset);
        Assert.Equal("body\r\n", Text(headers.Body));
        Assert.Equal(HeaderDefects.None, headers.Defects);
    }

    [Theory]
    [InlineData("A: 1\r\n", "A", "", HeaderDefects.NoBody)]
    [InlineData("A: 1", "A", "", HeaderDefects.NoBody)]
    [InlineData("", "", "", HeaderDefects.NoBody)]
    [InlineData("\r\nbody", "", "body", HeaderDefects.None)]
    [InlineData("A: 1\r\n\r\n", "A", "", HeaderDefects.None)]
    [InlineData("A : 1\r\n\r\n", "A", "", HeaderDefects.None)]
    [InlineData("A: 1\r\n \r\nB: 2\r\n\r\nx", "A B", "x", HeaderDefects.None)]
    [InlineData("A: 1\r\nno field\r\nB: 2\r\n\r\nx", "A - B", "x", HeaderDefects.MalformedLine)]
    [InlineData(": 1\r\n\r\n", "-", "", HeaderDefects.MalformedLine)]
    [InlineData(" A: 1\r\n\r\n", "-", "", HeaderDefects.MalformedLine)]
    [InlineData("A: 1\nB: 2\r\n\r\nx", "A B", "x", HeaderDefects.None)]
    [InlineData("A: 1\r\nB: 2\nC: 3\r\n\r\nx", "A B", "x", HeaderDefects.BareLineFeed)]
    [InlineData("A: 1\r\nB: 2\n\nC: 3\r\n\r\nx", "A B", "x", HeaderDefects.BareLineFeed)]
    [InlineData("A: 1\r2\r\n\r\n", "A", "", HeaderDefects.BareCarriageReturn)]
    [InlineData("A: \0\r\n\r\n", "A", "", HeaderDefects.Nul)]
    [InlineData("From a@example.com Mon Jan  1\r\nA: 1\r\n\r\n", "A", "", HeaderDefects.MailboxLine)]
    [InlineData("From : a@example.com\r\n\r\n", "From", "", HeaderDefects.None)]
    [InlineData("A: 1\nB:\n 2\n\nx\n", "A B", "x\n", HeaderDefects.None)]
    public void Reads_what_is_odd(string message, string names, string body, HeaderDefects defects)
    {
        var headers = Parse(message);

        Assert.Equal(names, string.Join(' ', Names(headers)));
        Assert.Equal(body, Text(headers.Body));
        Assert.Equal(defects, headers.Defects);
    }

    [Fact]
    public void Finds_fields_by_name_in_any_case()
    {
        var headers = Parse("from: 1\r\nX: y\r\nFROM : 2\r\n\r\n");

        Assert.Equal([" 1", " 2"], headers.All("From"u8).Select(field => Text(field.Value)));
        Assert.Empty(headers.All("Fro"u8));
    }

    [Fact]
    public void Stops_at_its_limits_and_says_so()
    {
        var many = Parse(string.Concat(Enumerable.Repeat("A: 1\r\n", MessageHeaders.MaxFields + 1)) + "\r\nbody");
        Assert.Equal(MessageHeaders.MaxFields, many.Fields.Count);
        Assert.Equal(HeaderDefects.TooManyFields, many.Defects);
        Assert.Equal("body", Text(many.Body));
        Assert.False(many.IsComplete);

        var enough = Parse(string.Concat(Enumerable.Repeat("A: 1\r\n", MessageHeaders.MaxFields)) + "\r\nbody");
        Assert.True(enough.IsComplete);

        var @long = Parse("A: 1\r\nB: " + new string('x', MessageHeaders.MaxLength));
        Assert.Equal(HeaderDefects.TooLong, @long.Defects);
        Assert.Equal(["A"], Names(@long));
    }

    [Fact]
    public void Keeps_every_octet() => Gen.Byte.Array[0, 400].Sample(octets =>
    {
        var headers = MessageHeaders.Parse(octets);
        var at = 0;
        foreach (var field in headers.Fields)
        {
            Assert.True(field.Offset >= at);
            Assert.True(field.Raw.Span.SequenceEqual(octets.AsSpan(field.Offset, field.Raw.Length)));
            at = field.Offset + field.Raw.Length;
        }
        Assert.True(headers.BodyOffset >= at);
    });

    [Theory]
    [InlineData("A: 1\nB: 2\n\nx\ny\n", "A: 1\r\nB: 2\r\n\r\nx\r\ny\r\n")]
    [InlineData("A: 1\n\nx\r\ny\nz", "A: 1\r\n\r\nx\r\ny\r\nz")]
    [InlineData("A: 1\n", "A: 1\r\n")]
    public void Gives_a_message_saved_on_Unix_its_carriage_returns(string saved, string travels)
    {
        Assert.Equal(travels, Text(MessageLineEnds.ToCrlf(Encoding.Latin1.GetBytes(saved), out var changed)));
        Assert.True(changed);
    }

    [Theory]
    [InlineData("A: 1\r\nB: 2\r\n\r\nx\ny\n")]
    [InlineData("A: 1\r\nB: 2\n\n\r\n\r\nx")]
    [InlineData("A: 1")]
    [InlineData("")]
    public void Leaves_bare_line_feeds_of_other_messages_alone(string message)
    {
        Assert.Equal(message, Text(MessageLineEnds.ToCrlf(Encoding.Latin1.GetBytes(message), out var changed)));
        Assert.False(changed);
    }

    private static MessageHeaders Parse(string message) => MessageHeaders.Parse(Encoding.Latin1.GetBytes(message));

    private static IEnumerable<string> Names(MessageHeaders headers) => headers.Fields.Select(field => field.IsMalformed ? "-" : Encoding.Latin1.GetString(field.Name));

    private static string Text(ReadOnlyMemory<byte> octets) => Encoding.Latin1.GetString(octets.Span);
}
