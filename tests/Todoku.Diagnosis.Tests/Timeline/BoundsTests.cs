using Todoku.Mail;

namespace Todoku.Diagnosis.Tests.Timeline;

public class BoundsTests
{
    [Fact]
    public void Strangers_without_number_stay_within_the_limits_and_are_said()
    {
        var script = new MailScript(options: new AnalyzerOptions { MaxProviders = 100, MaxGroups = 150, MaxNames = 1000 });
        for (var i = 0; i < 200_000; i++) Play(script, i, $"mx.host{i}.example", $"x@host{i}.example", "550 [policy]");
        var result = script.Conclude();
        Assert.InRange(result.Providers.Count, 100, 102);
        Assert.Equal(200_000, result.Providers.Sum(provider => provider.Attempts));
        Assert.Equal(200_000, result.Findings.Sum(finding => finding.Count));
        Assert.Contains(result.Notices, notice => notice.Kind == NoticeKind.GroupLimit);
    }

    [Fact]
    public void Known_providers_are_kept_apart_even_beyond_the_limit()
    {
        var script = new MailScript(options: new AnalyzerOptions { MaxProviders = 3, MaxGroups = 3 });
        for (var i = 0; i < 50; i++) Play(script, i, $"mx.host{i}.example", $"x@host{i}.example", "550 [policy]");
        script.Bounced("10:00", "550 [no-ptr]");
        Assert.Contains(script.Conclude().Findings, finding => MailScript.Short(finding) == "google no-ptr");
    }

    [Fact]
    public void Millions_of_distinct_recipients_fit_and_are_estimated()
    {
        var script = new MailScript(options: new AnalyzerOptions { MaxPending = 1000 });
        var ticks = MailScript.Ticks("00:00");
        var recipient = new byte[24];
        "user00000000@gmail.com"u8.CopyTo(recipient);
        for (var i = 0; i < 2_000_000; i++)
        {
            System.Buffers.Text.Utf8Formatter.TryFormat(i, recipient.AsSpan(4), out _, new System.Buffers.StandardFormat('D', 8));
            script.Analyzer.Attempted(new DeliveryAttempt
            {
                UtcTicks = ticks + (i * TimeSpan.TicksPerMillisecond),
                Status = i % 2 == 0 ? DeliveryStatus.Bounced : DeliveryStatus.Deferred,
                Host = "web1"u8,
                MessageKey = (ulong)i + 1,
                Recipient = recipient.AsSpan(0, 22),
                RelayHost = "gmail-smtp-in.l.google.com"u8,
                IsRemoteReply = true,
                Reply = "550 [spam-content]"u8,
            });
        }
        var result = script.Conclude();
        Assert.InRange(result.Findings[0].Recipients, 1_840_000, 2_160_000);
        Assert.InRange(result.Findings[0].Messages, 1_840_000, 2_160_000);
        Assert.Contains(result.Notices, notice => notice.Kind == NoticeKind.InFlightLimit);
    }

    [Fact]
    public void More_submitters_than_the_limit_keep_the_busiest()
    {
        var script = new MailScript(options: new AnalyzerOptions { MaxSubmitters = 10 });
        for (var i = 0; i < 400; i++)
        {
            var submitter = i % 2 == 0 ? "busy@example.com" : $"user{i}@example.com";
            Play(script, i, "mx.google.com", "x@gmail.com", i % 2 == 0 ? "550 [spam-content]" : "", new Try { SubmitterKind = SubmitterKind.Authenticated, Submitter = submitter });
        }
        var result = script.Conclude();
        Assert.Contains(result.Findings, finding => finding.Identity.Submitter == "login busy@example.com");
        Assert.Contains(result.Notices, notice => notice.Kind == NoticeKind.GroupLimit);
    }

    [Fact]
    public void A_clock_that_jumps_back_is_said_and_loses_nothing()
    {
        var script = new MailScript();
        for (var i = 0; i < 10; i++) script.Bounced($"2026-05-16 10:0{i}", "550 [spam-content]");
        for (var i = 0; i < 10; i++) script.Bounced($"2026-05-14 10:0{i}", "550 [spam-content]");
        var result = script.Conclude();
        Assert.Equal(20, result.Findings[0].Count);
        Assert.Equal(14, result.Findings[0].Since.Day);
        Assert.Equal(14, result.Period?.From.Day);
        Assert.Equal(20, result.Providers[0].Buckets.Sum(bucket => bucket.Bounced));
        Assert.Contains(result.Notices, notice => notice.Kind == NoticeKind.ClockJump);
    }

    [Fact]
    public void A_notice_that_the_log_reader_gave_is_not_repeated()
    {
        var script = new MailScript().Delivered("2026-05-16 10:00").Delivered("2026-05-14 10:00");
        var given = new Notice(NoticeKind.ClockJump, "given");
        Assert.Equal([given], script.Conclude(given).Notices);
    }

    [Fact]
    public void Mail_whose_senders_are_unknown_is_said()
    {
        var script = new MailScript();
        for (var i = 0; i < 30; i++) script.Bounced($"10:{i:00}", "550 [spam-content]", new Try { From = null });
        Assert.Contains(script.Conclude().Notices, notice => notice.Kind == NoticeKind.SendersUnknown);
    }

    [Fact]
    public void Nonsense_in_every_field_does_no_harm()
    {
        var random = new Random(11);
        var script = new MailScript();
        for (var i = 0; i < 20_000; i++)
        {
            script.Analyzer.Attempted(new DeliveryAttempt
            {
                UtcTicks = random.NextInt64(0, DateTime.MaxValue.Ticks),
                Status = (DeliveryStatus)random.Next(6),
                Agent = (DeliveryAgent)random.Next(6),
                Host = Bytes(),
                MessageKey = (ulong)random.Next(50),
                SenderKnown = random.Next(2) == 0,
                Sender = Bytes(),
                Recipient = Bytes(),
                RelayHost = Bytes(),
                RelayAddress = Bytes(),
                RelayPort = (ushort)random.Next(65536),
                Stage = (SmtpStage)random.Next(10),
                IsRemoteReply = random.Next(2) == 0,
                Reply = Bytes(),
                Submitter = new Submitter((SubmitterKind)random.Next(5), Bytes()),
                DkimDomain = Bytes(),
                DkimSelector = Bytes(),
                IsEcho = random.Next(4) == 0,
                Line = Bytes(),
            });
        }
        Assert.NotNull(script.Conclude());

        byte[] Bytes()
        {
            var bytes = new byte[random.Next(4) == 0 ? random.Next(600) : random.Next(12)];
            random.NextBytes(bytes);
            if (bytes.Length > 4) bytes[2] = (byte)'@';
            return bytes;
        }
    }

    private static void Play(MailScript script, int second, string relay, string to, string reply, Try? how = null) =>
        script.Attempt(MailScript.Ticks("00:00") + (second * TimeSpan.TicksPerSecond), reply.Length == 0 ? DeliveryStatus.Delivered : DeliveryStatus.Bounced, reply,
            (how ?? new Try()) with { Relay = relay, To = to, Line = "line" });
}
