using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Todoku.Authentication.Signatures;

namespace Todoku.Authentication.Tests.Signatures;

public sealed partial class BodyCanonicalizerTests
{
    [Theory]
    [InlineData("", "\r\n", "")]
    [InlineData("\r\n", "\r\n", "")]
    [InlineData("\r\n\r\n", "\r\n", "")]
    [InlineData(" \t\r\n", " \t\r\n", "")]
    [InlineData("a", "a\r\n", "a\r\n")]
    [InlineData("a\r\n\r\n", "a\r\n", "a\r\n")]
    [InlineData("a\r\n \r\n\t", "a\r\n \r\n\t\r\n", "a\r\n")]
    [InlineData(" a \t b\t\r\n\tc", " a \t b\t\r\n\tc\r\n", " a b\r\n c\r\n")]
    [InlineData("a\n\nb \nc\r", "a\n\nb \nc\r\r\n", "a\n\nb \nc\r\r\n")]
    [InlineData("a \r b", "a \r b\r\n", "a \r b\r\n")]
    public void Writes_both_forms(string body, string simple, string relaxed)
    {
        Assert.Equal(Hash(simple), Hash(body, Canonicalization.Simple));
        Assert.Equal(Hash(relaxed), Hash(body, Canonicalization.Relaxed));
    }

    [Fact]
    public void Agrees_with_the_rules_written_down_line_by_line() => Gen.Select(
        Gen.OneOf("a", "bcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJK", " ", "  ", "\t", "\r\n", "\r\n\r\n", "\r", "\n", "\0", "é").Array[0, 60].Select(string.Concat),
        Gen.Long[0, 300]).Sample((body, limit) =>
    {
        foreach (var form in new[] { Canonicalization.Simple, Canonicalization.Relaxed })
        {
            var expected = Reference(body, form);
            Assert.Equal(Hash(expected), Hash(body, form));
            Assert.Equal(Hash(expected[..(int)Math.Min(limit, expected.Length)]), Hash(body, form, limit));
        }
    });

    [Fact]
    public void Agrees_on_bodies_longer_than_its_buffer()
    {
        var body = string.Concat(Enumerable.Range(0, 9000).Select(i => $"line {i}{new string(' ', i % 4)}\t{new string('x', i % 200)} \r\n"));
        foreach (var form in new[] { Canonicalization.Simple, Canonicalization.Relaxed }) Assert.Equal(Hash(Reference(body, form)), Hash(body, form));
    }

    // RFC 6376, sections 3.4.3 and 3.4.4, word for word.
    private static string Reference(string body, Canonicalization form)
    {
        var lines = body.Split("\r\n").ToList();
        if (lines[^1].Length == 0) lines.RemoveAt(lines.Count - 1);
        if (form == Canonicalization.Relaxed) lines = [.. lines.Select(line => Blanks().Replace(line, " ")).Select(line => line.TrimEnd(' '))];
        while (lines.Count > 0 && lines[^1].Length == 0) lines.RemoveAt(lines.Count - 1);
        if (lines.Count == 0) return form == Canonicalization.Simple ? "\r\n" : "";
        return string.Join("\r\n", lines) + "\r\n";
    }

    private static string Hash(string body, Canonicalization form, long limit = long.MaxValue)
    {
        using var writer = new HashWriter(limit);
        BodyCanonicalizer.Write(Encoding.Latin1.GetBytes(body), form, writer);
        return Convert.ToHexString(writer.Current());
    }

    private static string Hash(string canonical) => Convert.ToHexString(SHA256.HashData(Encoding.Latin1.GetBytes(canonical)));

    [GeneratedRegex("[ \t]+")]
    private static partial Regex Blanks();
}
