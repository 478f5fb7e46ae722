using System.Text;
using CsCheck;
using Todoku.Logs.Sources;

namespace Todoku.Logs.Tests.Reading;

/// <summary>Whatever stands in a log, the reader does not fail, and lines around it are read.</summary>
public sealed class HostileLogTests
{
    private const string Good =
        "Jun  3 10:40:57 web1 postfix/smtp[1]: ABCDE1: to=<a@example.org>, relay=mx.example.org[198.51.100.7]:25, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 ok)";

    private const int LinesEach = 100;

    private static readonly string[] Seeds =
    [
        Good,
        "Jun  3 10:40:57 web1 postfix/smtp[1]: ABCDE2: to=<\"a b\"@x.org>, orig_to=<c@d>, relay=none, delay=1, tls=may, dsn=5.4.4, status=bounced (host x[1.2.3.4] said: 550-5.7.1 a 550 5.7.1 b (in reply to RCPT TO command))",
        "2026-06-03T10:40:57.278515+02:00 web1 postfix/submission/smtpd[1]: ABCDE3: client=x[192.0.2.1], sasl_method=PLAIN, sasl_username=u, orig_queue_id=ABCDE1",
        "Jun  3 10:40:57 web1 postfix/qmgr[1]: ABCDE4: from=<a@b>, size=99999999999999999999, nrcpt=-5 (queue active)",
        "Jun  3 10:40:57 web1 postfix/pickup[1]: ABCDE5: uid=48 from=<apache>",
        "Jun  3 10:40:57 web1 postfix/bounce[1]: ABCDE6: sender non-delivery notification: ABCDE7",
        "Jun  3 10:40:57 web1 opendkim[1]: ABCDE8: DKIM-Signature field added (s=s1, d=example.com)",
        "Jun  3 10:40:57 web1 amavis[1]: (1-1) Passed CLEAN, Queue-ID: ABCDE9, queued_as: ABCDEA, dkim_new=a:b, 1 ms",
        "Jun  3 10:40:57 web1 rspamd[1]: x; qid: <ABCDEB>, DKIM_SIGNED(0){a:s=b;}",
        "Jun  3 10:40:57 web1 postfix/smtp[1]: connect to x[2001:db8::1]:25: Network is unreachable",
        "{\"log\":\"Jun  3 10:40:57 web1 postfix/smtp[1]: \\u0000ABCDE1: to=<a@b>\\n\",\"stream\":\"stdout\",\"time\":\"2026-06-03T10:40:57Z\"}",
        "2026-06-03 10:40:57.123 +0200 [17] 1oHB2k-000000005AB-1xYz ** \"a b\"@x.org <c@d> F=<e@f> R=r T=remote_smtp H=x (h) [1.2.3.4]:25 I=[5.6.7.8]:9 DN=\"q\": SMTP error from remote mail server after RCPT TO:<a@b>: 550-5.7.1 a\\n550 b DT=1s",
        "2026-06-03 10:40:57 1AbCdE-0001xy-Ab => a@b R=r T=remote_smtp H=x [2001:db8::1]* C=\"250 ok \\\"x\\\"\" QT=1d2h3m4s",
        "2026-06-03 10:40:57 1AbCdE-0001xy-Ab <= \"a b\"@c H=([1.2.3.4]) [1.2.3.4]:5 P=esmtpa A=plain:u S=5 id=x R=1AbCdE-0001xy-Ac T=\"a \\\"b\" for d e",
        "<22>1 2026-06-03T10:40:57.000Z host postfix/smtp 9710 - - ABCDE1: to=<a@b>, relay=none, dsn=4.4.1, status=deferred (x)",
    ];

    [Fact]
    public void Random_bytes_lose_nothing_around_them()
    {
        Gen.Byte.Array[0, 400].Array[LinesEach].Sample(AllGoodLinesAreRead, iter: 30);
    }

    [Fact]
    public void Mutated_lines_lose_nothing_around_them()
    {
        var mutated = Gen.Select(Gen.Int[0, Seeds.Length - 1], Gen.Int[0, 3], Gen.Int[0, 500], Gen.Byte, Gen.Int[1, 40],
            (seed, how, at, value, length) => Mutate(Encoding.UTF8.GetBytes(Seeds[seed]), how, at, value, length));
        mutated.Array[LinesEach].Sample(AllGoodLinesAreRead, iter: 200);
    }

    private static void AllGoodLinesAreRead(byte[][] hostile)
    {
        var log = new List<byte>();
        foreach (var line in hostile)
        {
            log.AddRange(line.Select(b => b == '\n' ? (byte)0 : b));
            log.Add((byte)'\n');
            log.AddRange(Encoding.UTF8.GetBytes(Good + "\n"));
        }
        var (summary, lines) = MemoryLog.Read(
            new LogPlan([new LogChain([MemoryLog.File([.. log])])], []), new LogReaderOptions { Zone = TimeZoneInfo.Utc, Workers = 1 });
        Assert.True(lines.Count(line => line.Contains("qid=ABCDE1 ", StringComparison.Ordinal) && line.EndsWith("said: 250 ok", StringComparison.Ordinal)) >= hostile.Length);
        Assert.Equal(hostile.Length * 2, summary.Lines);
        Assert.Equal(0, summary.Faults);
    }

    private static byte[] Mutate(byte[] line, int how, int at, byte value, int length)
    {
        at %= line.Length;
        length = Math.Min(length, line.Length - at);
        return how switch
        {
            0 => [.. line[..at], value, .. line[(at + 1)..]],
            1 => [.. line[..at], .. line[(at + length)..]],
            2 => [.. line[..at], .. line[at..(at + length)], .. line[at..]],
            _ => line[..at],
        };
    }
}
