using System.Net;
using System.Text;
using CsCheck;
using Todoku.Authentication.Spf;

namespace Todoku.Authentication.Tests.Spf;

/// <summary>Whatever a stranger publishes or sends, there is a verdict, after a bounded number of questions.</summary>
public sealed class SpfFuzzTests
{
    // 10 terms, each with a record or ten mail exchangers, the client's names, the explanation.
    private const int MostQuestions = 1 + 10 * 11 + 11 + 1;

    private static readonly Gen<string> Names = OneOf("a.example", "b.example", "c.example", "a..b", "%{d}", "%{l}.a.example", "%{ir}.%{v}.b.example", "%{h}", "%{p2r}.c.example", "x", "");

    private static readonly Gen<string> Pieces = Gen.OneOf(
        OneOf("v=spf1", "all", "-all", "include:", "a", "a:", "mx", "mx:", "ptr", "ptr:", "exists:", "redirect=", "exp=", "ip4:", "ip6:", "+", "~", "?", " ", " ", " ", "/24", "//64", "/", "x=", "%", "%{", "}", "192.0.2.1", "2001:db8::1", "1e9", "\0", "\u00ff", "=", ":"),
        Names,
        Gen.String[Gen.Char['!', '~'], 0, 6]);

    private static readonly Gen<string> Records = Gen.OneOf(
        Pieces.Array[0, 30].Select(pieces => "v=spf1 " + string.Concat(pieces)),
        Gen.Select(OneOf("include:", "a:", "mx:", "ptr:", "exists:", "-a:", "redirect=", "exp="), Names, (term, name) => $"{term}{name} ").Array[1, 14].Select(terms => "v=spf1 " + string.Concat(terms)),
        Gen.String[Gen.Char['\0', '\u00ff'], 0, 80]);

    private static readonly Gen<string> Identities = Gen.OneOf(
        OneOf("user@a.example", "a.example", "", "<>", "@", "user@[192.0.2.1]", "\u00e9@a.example", "user@\u00e9.example", "\ud800@a.example", "a@b@a.example", "user@a.example."),
        Gen.String[0, 40].Select(local => local + "@a.example"),
        Gen.String[0, 40]);

    private static readonly Gen<IPAddress> Addresses = Gen.OneOf(Gen.Byte.Array[4].Select(bytes => new IPAddress(bytes)), Gen.Byte.Array[16].Select(bytes => new IPAddress(bytes)), Gen.Const(IPAddress.Parse("192.0.2.1")));

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    [Fact]
    public async Task Every_check_ends_with_a_verdict() =>
        await Gen.Select(Records.Array[3], Identities, Identities, Addresses).SampleAsync(async (records, sender, helo, ip) =>
        {
            var zone = new SpfZone("a.example A 192.0.2.1\nb.example MX 1 a.example\nb.example MX 2 gone.example\n1.2.0.192.in-addr.arpa PTR a.example");
            zone.Add("a.example", "TXT", records[0]).Add("b.example", "TXT", records[1]).Add("c.example", "TXT", records[2]);

            var result = await new SpfEvaluator(TimeProvider.System).EvaluateAsync(new SpfRequest { Ip = ip, Sender = sender, Helo = helo, WithSteps = true }, zone, CancellationToken.None);

            Assert.InRange(zone.Questions.Count, 0, MostQuestions);
            Assert.InRange(result.Lookups, 0, SpfLimits.Lookups + 1);
            Assert.InRange(result.VoidLookups, 0, SpfLimits.VoidLookups + 1);
            Assert.Equal(result.Verdict == SpfVerdict.PermError, result.Reason is SpfReason.SeveralRecords or SpfReason.SyntaxErrors or SpfReason.TooManyLookups
                or SpfReason.TooManyVoidLookups or SpfReason.TooManyMailExchangers or SpfReason.TargetWithoutRecord);
        }, iter: 5_000, threads: 1);

    [Fact]
    public void What_was_read_covers_the_record() =>
        Records.Sample(text =>
        {
            var record = SpfRecord.Parse(Encoding.Latin1.GetBytes(text.StartsWith("v=spf1 ", StringComparison.Ordinal) ? text : "v=spf1 " + text));

            // Each term is either read or told as an error, at its place.
            var places = record.Terms.Select(term => term.Offset).Concat(record.Errors.Select(error => error.Offset)).ToArray();
            Assert.Equal(places.Length, places.Distinct().Count());
            Assert.All(record.Errors, error => Assert.NotEqual(error.Term, error.Suggestion));
        }, iter: 20_000, threads: 1);

    [Fact]
    public void A_record_that_is_right_stays_right_when_it_is_written_again() =>
        Records.Sample(text =>
        {
            var record = SpfRecord.Parse("v=spf1 " + text);
            if (!record.IsValid) return;

            var again = SpfRecord.Parse("v=spf1 " + string.Join(' ', record.Terms));

            Assert.True(again.IsValid);
            Assert.Equal(record.Terms.Select(term => term.Text), again.Terms.Select(term => term.Text));
        }, iter: 20_000, threads: 1);
}
