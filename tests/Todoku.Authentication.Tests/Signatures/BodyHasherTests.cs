using System.Text;
using CsCheck;
using Todoku.Authentication.Signatures;

namespace Todoku.Authentication.Tests.Signatures;

public sealed class BodyHasherTests
{
    [Fact]
    public void Gives_the_hash_of_the_whole_however_it_is_cut() => Gen.Select(
        Gen.OneOf("a", "bcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJK", " ", "  ", "\t", "\r\n", "\r\n\r\n", "\r", "\n", "\0", "é").Array[0, 40].Select(string.Concat),
        Gen.Int[1, 9].Array[1, 20]).Sample((body, cuts) =>
    {
        var octets = Encoding.UTF8.GetBytes(body);
        foreach (var form in new[] { Canonicalization.Simple, Canonicalization.Relaxed })
        {
            using var hasher = new BodyHasher(form);
            for (var (at, i) = (0, 0); at < octets.Length; i++)
            {
                var length = Math.Min(cuts[i % cuts.Length], octets.Length - at);
                hasher.Append(octets.AsSpan(at, length));
                at += length;
            }
            Assert.Equal(Whole(octets, form), hasher.Finish());
        }
    }, iter: 20_000);

    [Fact]
    public void Holds_no_more_than_counts_of_a_long_end()
    {
        var end = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("\r\n", 40_000)));
        foreach (var form in new[] { Canonicalization.Simple, Canonicalization.Relaxed })
        {
            using var hasher = new BodyHasher(form);
            hasher.Append("a"u8);
            hasher.Append(end);
            hasher.Append("b"u8);
            hasher.Append(end);
            Assert.Equal(Whole([(byte)'a', .. end, (byte)'b'], form), hasher.Finish());
        }
    }

    private static byte[] Whole(byte[] octets, Canonicalization form)
    {
        using var writer = new HashWriter();
        BodyCanonicalizer.Write(octets, form, writer);
        return writer.Current();
    }
}
