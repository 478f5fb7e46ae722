using System.Text;
using CsCheck;
using Todoku.Dns.Zones;

namespace Todoku.Dns.Tests.Zones;

public sealed class ZoneFileTests
{
    private static readonly string[] Words =
    [
        "a", "b.example.", "@", "*", " ", "\t", "\n", "\n\n", "(", ")", ";", "\"", "\"x\"", "\\", "\\000", "\\#", "$ORIGIN", "$TTL", "$INCLUDE", "IN", "CH", "3600", "1h", "A",
        "AAAA", "MX", "TXT", "NS", "PTR", "CNAME", "SOA", "TLSA", "CAA", "SPF", "TYPE1", "TYPE99", "CLASS1", "192.0.2.1", "::1", "10", "4", "C0000201", "..", "\u00ff", "\r",
    ];

    [Fact]
    public void Reads_a_usual_zone() => Assert.Equal(
        [
            "example.com 3600 SOA ns1.example.com. hostmaster.example.com. 2026010100 600",
            "example.com 3600 NS ns1.example.com.",
            "example.com 7200 MX 10 mail.example.com.",
            "example.com 3600 TXT \"v=spf1 mx ip4:192.0.2.0/24\" \" -all\"",
            "mail.example.com 300 A 192.0.2.1",
            "mail.example.com 300 AAAA 2001:db8::1",
            "*.example.com 3600 CNAME mail.example.com.",
            "s1._domainkey.example.com 3600 TXT \"v=DKIM1; p=ABC\\\"\\\\\\009\"",
            "_25._tcp.mail.example.com 3600 TLSA 3 1 1 0102030405",
            "example.com 3600 CAA 0 issue \"ca.example.net\"",
            "1.2.0.192.in-addr.arpa 5400 PTR mail.example.com.",
            "other.example 3600 A 192.0.2.9",
        ],
        Parse("""
            $TTL 1h
            $ORIGIN example.com.
            @   IN SOA ns1 hostmaster (
                    2026010100 ; serial
                    2h 15m
                    2w ( 10M ) )
                NS  ns1
                2H IN MX 10 mail
            @   IN 3600 TXT ( "v=spf1 mx ip4:192.0.2.0/24"
                            " -all" )
            mail 300 A 192.0.2.1
                 IN 5m AAAA 2001:DB8::1
            *    CNAME mail
            s1._domainkey TXT ( "v=DKIM1; p=ABC\"\\\009" )
            _25._tcp.mail.example.com. TLSA 3 1 1 ( 0102 03
                ; of SHA-256
                     0405 )
            @ caa 0 issue ca.example.net
            $ORIGIN 0.192.in-addr.arpa.
            1.2 1h30m PTR mail.example.com.
            $ORIGIN .
            other.example A 192.0.2.9
            """));

    [Theory]
    [InlineData("a.example. A 192.0.2.1", "a.example 3600 A 192.0.2.1")]
    [InlineData("a.example A 192.0.2.1", "a.example 3600 A 192.0.2.1")]
    [InlineData("\ufeffa A 192.0.2.1\r\n", "a 3600 A 192.0.2.1")]
    [InlineData("a TXT one two", "a 3600 TXT \"one\" \"two\"")]
    [InlineData("a TXT \"\"", "a 3600 TXT \"\"")]
    [InlineData("a TXT x\\\"y\\;z", "a 3600 TXT \"x\\\"y;z\"")]
    [InlineData("a TXT \"\u00e9\"", "a 3600 TXT \"\\195\\169\"")]
    [InlineData("b\u00fccher.example. A 192.0.2.1", "xn--bcher-kva.example 3600 A 192.0.2.1")]
    [InlineData("a\\.b.example. A 192.0.2.1", "a\\046b.example 3600 A 192.0.2.1")]
    [InlineData("a TYPE1 \\# 4 C0000201", "a 3600 A 192.0.2.1")]
    [InlineData("a CLASS1 TYPE16 \\# 3 02 4142", "a 3600 TXT \"AB\"")]
    [InlineData("a MX 0 .", "a 3600 MX 0 .")]
    [InlineData(". NS a.", ". 3600 NS a.")]
    [InlineData("$TTL 0\na A 192.0.2.1", "a 0 A 192.0.2.1")]
    [InlineData("a 5 A 192.0.2.1\n  AAAA ::1", "a 5 A 192.0.2.1|a 5 AAAA ::1")]
    public void Reads_the_forms_of_a_record(string text, string expected) => Assert.Equal(expected, string.Join('|', Parse(text)));

    [Theory]
    [InlineData("a TXT \"x", ZoneProblem.UnclosedQuote, 1)]
    [InlineData("a TXT \"x\n\"", ZoneProblem.UnclosedQuote, 1)]
    [InlineData("\na TXT ( x\n\n", ZoneProblem.UnclosedParenthesis, 2)]
    [InlineData("a TXT x )", ZoneProblem.StrayParenthesis, 1)]
    [InlineData("\n\n  A 192.0.2.1", ZoneProblem.NoOwner, 3)]
    [InlineData("a..b A 192.0.2.1", ZoneProblem.BadName, 1)]
    [InlineData("\"a\" A 192.0.2.1", ZoneProblem.BadName, 1)]
    [InlineData("$ORIGIN", ZoneProblem.BadName, 1)]
    [InlineData("$TTL abc", ZoneProblem.BadTime, 1)]
    [InlineData("a 1x A 192.0.2.1", ZoneProblem.BadTime, 1)]
    [InlineData("a 9999999999 A 192.0.2.1", ZoneProblem.BadTime, 1)]
    [InlineData("a", ZoneProblem.NoType, 1)]
    [InlineData("a IN", ZoneProblem.NoType, 1)]
    [InlineData("a TEXT x", ZoneProblem.NoType, 1)]
    [InlineData("a 1 16 x", ZoneProblem.NoType, 1)]
    [InlineData("a A", ZoneProblem.BadContent, 1)]
    [InlineData("a A 192.0.2", ZoneProblem.BadContent, 1)]
    [InlineData("a A 192.0.2.1 192.0.2.2", ZoneProblem.BadContent, 1)]
    [InlineData("a AAAA 192.0.2.1", ZoneProblem.BadContent, 1)]
    [InlineData("a AAAA fe80::1%lo", ZoneProblem.BadContent, 1)]
    [InlineData("a MX mail", ZoneProblem.BadContent, 1)]
    [InlineData("a TXT", ZoneProblem.BadContent, 1)]
    [InlineData("a SOA a. b. 1 2 3 4", ZoneProblem.BadContent, 1)]
    [InlineData("a TLSA 3 1 1 abc", ZoneProblem.BadContent, 1)]
    [InlineData("a TYPE1 \\# 5 C0000201", ZoneProblem.BadContent, 1)]
    [InlineData("a TYPE5 \\# 2 C000", ZoneProblem.BadContent, 1)]
    [InlineData("$INCLUDE other", ZoneProblem.UnknownDirective, 1)]
    [InlineData("a A 192.0.2.1\na CNAME b", ZoneProblem.AliasBesideOthers, 1)]
    [InlineData("a CNAME b\na CNAME c", ZoneProblem.AliasBesideOthers, 2)]
    public void Says_what_is_wrong_and_where(string text, ZoneProblem problem, int line)
    {
        var error = Assert.Throws<ZoneFileException>(() => Parse(text));

        Assert.Equal((problem, line, "zone"), (error.Problem, error.Line, error.File));
    }

    [Fact]
    public void A_string_has_at_most_255_octets()
    {
        Assert.Single(Parse($"a TXT \"{new string('x', 254)}\\120\""));
        Assert.Equal(ZoneProblem.LongString, Assert.Throws<ZoneFileException>(() => Parse($"a TXT \"{new string('x', 256)}\"")).Problem);
    }

    [Fact]
    public void Passes_over_other_types_and_classes_with_a_notice()
    {
        var file = ZoneFile.Parse("a SPF \"v=spf1\"\na SRV 0 0 1 b\na CH TXT x\na TYPE65280 \\# 0\na A 192.0.2.1");

        Assert.Equal([(1, "SPF"), (2, "SRV"), (3, "TXT"), (4, "TYPE65280")], file.Notices.Select(notice => (notice.Line, notice.Text)));
        Assert.Single(file.Records);
    }

    [Fact]
    public void Warns_of_a_text_that_a_semicolon_ends()
    {
        var notice = Assert.Single(ZoneFile.Parse("a TXT v=DKIM1; p=ABC\nb TXT \"v=DKIM1; p=ABC\" ; fine").Notices);

        Assert.Equal((1, ZoneNoticeKind.TextCutByComment, "v=DKIM1"), (notice.Line, notice.Kind, notice.Text));
    }

    [Fact]
    public void Too_large_a_file_is_refused()
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var file = File.OpenWrite(path)) file.SetLength(ZoneFile.MaxSize + 1L);
            Assert.Equal(ZoneProblem.TooLarge, Assert.Throws<ZoneFileException>(() => ZoneFile.Read(path)).Problem);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Any_octets_are_read_or_refused() => Gen.Byte.Array[0, 300].Sample(Take);

    [Fact]
    public void Any_words_are_read_or_refused() => Gen.Int[0, Words.Length - 1].Array[0, 40].Sample(picks => Take(Encoding.UTF8.GetBytes(string.Join(' ', picks.Select(at => Words[at])))));

    [Fact]
    public void What_is_written_is_read_again() => Gen.Byte.Array[0, 255].Array[1, 4].Sample(strings =>
    {
        var record = new DnsRecord.Text(strings.SelectMany(part => part).ToArray(), [.. strings.Select(part => part.Length)]);

        var read = Assert.Single(ZoneFile.Parse($"a TXT {RecordText.Of(record)}").Records);

        Assert.Equal(RecordText.Of(record), RecordText.Of(read.Content));
        Assert.Equal(record.Value.ToArray(), ((DnsRecord.Text)read.Content).Value.ToArray());
    });

    private static void Take(byte[] text)
    {
        try
        {
            foreach (var record in ZoneFile.Parse(text, "zone").Records) Assert.NotNull(RecordText.Of(record.Content));
        }
        catch (ZoneFileException error)
        {
            Assert.True(error.Line >= 1);
        }
    }

    private static string[] Parse(string text) =>
        [.. ZoneFile.Parse(text).Records.Select(record => $"{record.Owner} {record.TimeToLive.TotalSeconds} {record.Type} {RecordText.Of(record.Content)}")];
}
