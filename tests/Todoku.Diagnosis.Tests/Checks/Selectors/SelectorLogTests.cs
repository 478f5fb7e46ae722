using System.Text;
using Todoku.Diagnosis.Checks.Selectors;
using Todoku.Knowledge;
using Todoku.Logs;
using Todoku.Logs.Sources;

namespace Todoku.Diagnosis.Tests.Checks.Selectors;

/// <summary>Selectors out of the lines of real programs.</summary>
public sealed class SelectorLogTests
{
    private const string Sent = "status=sent (250 2.0.0 Ok: queued as 1A)";

    [Theory]
    [InlineData("opendkim[9]: 4F00A10000: DKIM-Signature field added (s=s1, d=example.com)", Sent, "s1 example.com")]
    [InlineData("rspamd[9]: <abc>; task; rspamd_task_write_log: id: <m@example.com>, qid: <4F00A10000>, ip: 127.0.0.1, from: <a@example.com>, (default: F (no action): [-0.10/15.00] [DKIM_SIGNED(0.00){example.com:s=s1;}])", Sent, "s1 example.com")]
    [InlineData("postfix/qmgr[9]: 4F00A10000: from=<a@example.com>, size=300, nrcpt=1 (queue active)",
        "status=bounced (host mx.example.net[192.0.2.9] said: 550 5.7.1 Rejected: dkim=fail (bad signature) header.d=example.com header.s=s1 (in reply to end of DATA command))", "s1 example.com")]
    [InlineData("postfix/qmgr[9]: 4F00A10000: from=<a@example.com>, size=300, nrcpt=1 (queue active)", Sent, "")]
    // What a verifier says of mail that came in is no signature of this host.
    [InlineData("opendkim[9]: 4F00A10000: s=s1 d=example.com SSL error:1234", Sent, "")]
    public void Reads(string line, string result, string expected)
    {
        var log = Read($"Jun  3 10:40:00 mail {line}\n"
            + $"Jun  3 10:40:01 mail postfix/smtp[9]: 4F00A10000: to=<b@example.net>, relay=mx.example.net[192.0.2.9]:25, delay=1, delays=0/0/0/1, dsn=2.0.0, {result}\n");

        Assert.Equal(expected, string.Join('\n', log.Sightings.Hints(_ => true).Select(hint => $"{hint.Selector} {hint.Domain}")));
    }

    private static SelectorLog Read(string text)
    {
        var log = new SelectorLog(KnowledgeBase.LoadEmbedded());
        var file = new LogFile("mail.log", new DateTimeOffset(2026, 6, 4, 0, 0, 0, TimeSpan.Zero), text.Length, () => new MemoryStream(Encoding.UTF8.GetBytes(text)));
        new LogReader(log, new LogReaderOptions { Zone = TimeZoneInfo.Utc }).Read(new LogPlan([new LogChain([file])], []), progress: null, TestContext.Current.CancellationToken);
        return log;
    }
}
