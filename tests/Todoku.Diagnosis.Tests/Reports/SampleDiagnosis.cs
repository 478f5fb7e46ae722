using Todoku.Diagnosis.Checks;
using Todoku.Dns;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Tests.Reports;

/// <summary>Diagnoses made by hand, with all that a report has to show, hostile text included.</summary>
internal static class SampleDiagnosis
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    private static readonly Provider Google = new("google", true, "Google (Gmail, Workspace)", "Google（Gmail、Workspace）");
    private static readonly Provider Microsoft = new("microsoft", true, "Microsoft (Outlook.com, 365)", "Microsoft（Outlook.com、365）");
    private static readonly Provider Docomo = new("docomo", true, "NTT docomo", "NTTドコモ");

    public static DateTimeOffset At(int day, int hour, int minute = 0) => new(2026, 5, day, hour, minute, 0, Offset);

    /// <summary>The story: Google refuses by reputation, then by content; the root is the Return-Path; docomo has an unknown user.</summary>
    public static DiagnosisResult Story() => new()
    {
        Verdict = Verdict.ActionNeeded,
        Understood = new Understanding(12_345, 12, 9_800, 9_722, 1_204, 1_204, [new UnknownLines("postfix/oddity", 78, ["an odd line \u001b]0;owned\u0007"])]) { MessagesWithoutEnd = 1_234 },
        Period = new Period(At(14, 8, 7), At(22, 23, 51)),
        Hosts = ["web1.hosting.example"],
        Providers =
        [
            Provider(Google, 640, 212, 30, 398, 0,
                [new CauseCount(Cause.IpReputation, 388), new CauseCount(Cause.SpamContent, 40)],
                [
                    new Phase(At(14, 8, 7), At(16, 9, 50), null, 0, 140, false),
                    new Phase(At(16, 10, 2), At(20, 14, 55), Cause.IpReputation, 388, 0, false),
                    new Phase(At(20, 15, 10), At(22, 23, 50), Cause.SpamContent, 40, 0, true),
                ]),
            Provider(Docomo, 44, 40, 0, 4, 4, [new CauseCount(Cause.RecipientUnknown, 4)], [new Phase(At(14, 9), At(22, 20), null, 4, 40, true)]),
            Provider(Microsoft, 320, 320, 0, 0, 0, [], [new Phase(At(14, 9), At(22, 20), null, 0, 320, true)]),
            .. Enumerable.Range(1, 5).Select(n => Provider(
                new Provider($"shop{n}.example.jp", false, $"shop{n}.example.jp", $"shop{n}.example.jp"), 40, 40, 0, 0, 0, [], [])),
        ],
        Findings = [ReturnPath(), SpamContent(), Reputation(), Unknown()],
        Plan =
        [
            new PlanStep("set-return-path", StepGroup.ReturnPath, [0, 1], [new ReplyValue("domain", "shop.example.jp")]),
            new PlanStep("publish-spf", StepGroup.Spf, [0], [new ReplyValue("ip", "192.0.2.10"), new ReplyValue("domain", "shop.example.jp; rm -rf /")]),
            new PlanStep("use-relay", StepGroup.Relay, [2], []),
        ],
        Notices = [new Notice(NoticeKind.SendersUnknown, "12 %"), new Notice(NoticeKind.FileCutShort, "mail.log.2.gz: <b>ends early</b>")],
    };

    /// <summary>The story with what DNS says: one finding explained, with the record to publish and a hostile answer; another contradicted.</summary>
    public static DiagnosisResult WithFacts() => Story() with
    {
        Facts = FactState.Known,
        Findings = [ReturnPath() with { Facts = [Missing(), Unanswered()], Records = [new StepRecords("publish-spf-record", [Spf])] }, SpamContent() with { Facts = [Passing()] }],
        Plan = [new PlanStep("publish-spf-record", StepGroup.Spf, [0], []) { Records = [Spf] }, .. Story().Plan.Take(1)],
    };

    /// <summary>Five things that are wrong; the last is the reputation, in a network that is listed.</summary>
    public static DiagnosisResult NetworkListed() => Story() with
    {
        Facts = FactState.Known,
        Findings =
        [
            ReturnPath(), SpamContent(), .. Enumerable.Repeat(Unknown() with { Fault = Fault.Sender }, 2),
            Reputation() with { IsCurrent = true, Kind = "network-blocklisted", Article = Listed().Result.Article, Facts = [Listed()] },
        ],
    };

    private static FindingFact Listed() => new(
        new CheckResult("neighbours", "network", CheckStatus.Problem, "192.0.2.0/24")
        {
            Evidence = ["192.0.2.0/24 at zen.spamhaus.org: 203 of 255 listed (SBL 203)"],
            Values = [new ReplyValue("ip", "192.0.2.10"), new ReplyValue("list", "Spamhaus"), new ReplyValue("count", "203"), new ReplyValue("most", "255")],
        },
        FactRelation.Explains);

    private static PublishedRecord Spf => new(DomainName.Parse("web1.hosting.example"), DnsRecordType.TXT, "v=spf1 ip4:192.0.2.10 include:spf.agency.example ~all");

    private static FindingFact Missing() => new(
        new CheckResult("spf", "missing", CheckStatus.Problem, "web1.hosting.example")
        {
            Evidence = ["web1.hosting.example TXT \"<script>alert(2)</script> \u001b]0;owned\u0007 \u202etaro.yamada@web1.hosting.example\"", "10.2.0.192.in-addr.arpa PTR web1.hosting.example."],
            Values = [new ReplyValue("domain", "web1.hosting.example"), new ReplyValue("name", "cust-10.hosting-internal.example")],
            Records = [Spf],
        },
        FactRelation.Explains);

    private static FindingFact Unanswered() =>
        new(new CheckResult("neighbours", "refused", CheckStatus.NotKnown, "192.0.2.0/24") { Evidence = ["2.0.0.127.zen.spamhaus.org A 127.255.255.254"] }, FactRelation.NoBearing);

    private static FindingFact Passing() => new(
        new CheckResult("spf-address", "passes", CheckStatus.Pass, "web1.hosting.example 192.0.2.10")
        {
            Evidence = ["= ip4:192.0.2.10 (web1.hosting.example)"],
            Values = [new ReplyValue("domain", "web1.hosting.example"), new ReplyValue("ip", "192.0.2.10"), new ReplyValue("term", "ip4:192.0.2.10")],
        },
        FactRelation.Contradicts);

    /// <summary>All is well.</summary>
    public static DiagnosisResult Healthy() => Story() with
    {
        Verdict = Verdict.NothingToDo,
        Findings = [],
        Plan = [],
        Notices = [],
        Providers = [Provider(Microsoft, 320, 319, 0, 1, 1, [new CauseCount(Cause.MailboxFull, 1)], [])],
    };

    /// <summary>Nothing was understood.</summary>
    public static DiagnosisResult Unreadable() => Healthy() with
    {
        Verdict = Verdict.NotUnderstood,
        Providers = [],
        Period = null,
        Hosts = [],
        Understood = new Understanding(300, 0, 200, 0, 150, 0, [new UnknownLines("mta", 150, ["to=<a@b.example> stat=weird"])]),
    };

    /// <summary>Too little was seen.</summary>
    public static DiagnosisResult TooLittle() => Healthy() with
    {
        Verdict = Verdict.NotEnoughEvidence,
        Providers = [Provider(Google, 2, 1, 1, 0, 0, [new CauseCount(Cause.Greylisted, 1)], [])],
    };

    private static Finding ReturnPath() => new()
    {
        Kind = "return-path-mismatch",
        Cause = Cause.ReturnPathMismatch,
        Provider = Google,
        Fault = Fault.Sender,
        IsCurrent = true,
        Count = 428,
        Messages = 400,
        Recipients = 310,
        Since = At(16, 10, 2),
        Until = At(22, 23, 50),
        Identity = new Identity
        {
            Host = "web1.hosting.example",
            SendingIp = "192.0.2.10",
            EnvelopeDomain = "web1.hosting.example",
            EnvelopeDomains = 1,
            Submitter = "user apache",
            Submitters = 1,
        },
        Values = [],
        Evidence = [Line("550-5.7.1 [192.0.2.10      18] likely unsolicited <script>alert(1)</script> \u001b[31mred\u202email")],
        Explains = [1],
        Article = "return-path-mismatch",
        Steps = ["set-return-path", "publish-spf"],
    };

    private static Finding SpamContent() => ReturnPath() with
    {
        Kind = "spam-content",
        Cause = Cause.SpamContent,
        Count = 40,
        Recipients = 31,
        Since = At(20, 15, 10),
        Explains = [],
        Article = "spam-content",
        Steps = ["set-return-path"],
        Values = [new ReplyValue("code", "gsmtp|*_x_*")],
        Evidence = [Line("550-5.7.1 [192.0.2.10 18] Our system has detected that this message is likely unsolicited mail"), "second line | with a pipe"],
    };

    private static Finding Reputation() => ReturnPath() with
    {
        Kind = "ip-reputation",
        Cause = Cause.IpReputation,
        Fault = Fault.Network,
        IsCurrent = false,
        Count = 388,
        Recipients = 290,
        Until = At(20, 14, 55),
        Recovery = new Recovery(At(20, 18, 30), 112, 110, "relay.agency.example"),
        Explains = [],
        Article = "google.ip-reputation",
        Steps = ["use-relay", "no-such-step"],
        Values = [new ReplyValue("ip", "192.0.2.10")],
        Evidence = [Line("550-5.7.1 [192.0.2.10 18] Our system has detected that this message is likely suspicious due to the very low reputation of the sending IP address")],
    };

    private static Finding Unknown() => ReturnPath() with
    {
        Kind = "recipient-unknown",
        Cause = Cause.RecipientUnknown,
        Provider = Docomo,
        Fault = Fault.Recipient,
        Count = 4,
        Recipients = 4,
        Explains = [],
        Article = "recipient-unknown",
        Steps = [],
        Evidence = [Line("550 Unknown user taro.yamada@docomo.ne.jp")],
    };

    private static string Line(string reply) =>
        "May 16 10:02:11 web1 postfix/smtp[2303]: 0E873A0000: to=<taro.yamada@agency.example.com>, relay=aspmx.l.google.com[142.251.8.27]:25, delay=1.4, "
        + $"dsn=5.7.1, status=bounced (host aspmx.l.google.com[142.251.8.27] said: {reply} (in reply to end of DATA command))";

    private static ProviderSummary Provider(
        Provider provider, long attempts, long delivered, long deferred, long bounced, long recipientFaults, IReadOnlyList<CauseCount> causes, IReadOnlyList<Phase> phases) => new()
        {
            Provider = provider,
            Attempts = attempts,
            Delivered = delivered,
            Deferred = deferred,
            Bounced = bounced,
            RecipientFaults = recipientFaults,
            Causes = causes,
            Phases = phases,
            Buckets = [.. Buckets(delivered, deferred, bounced)],
        };

    // Nine days; failures lie in the last two thirds.
    private static IEnumerable<TimeBucket> Buckets(long delivered, long deferred, long bounced)
    {
        const int count = 36;
        for (var i = 0; i < count; i++)
        {
            var late = i >= count / 3;
            yield return new TimeBucket(
                At(14, 0) + TimeSpan.FromHours(6 * i), TimeSpan.FromHours(6),
                bounced > delivered && late ? 0 : delivered / count, late ? deferred / 24 : 0, late ? bounced / 24 : 0);
        }
    }
}
