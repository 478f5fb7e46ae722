using System.Runtime.CompilerServices;
using Microsoft.Extensions.Time.Testing;
using Todoku.Diagnosis.Facts;
using Todoku.Dns;
using Todoku.Dns.Zones;
using Todoku.Knowledge;
using Todoku.Logs;
using Todoku.Logs.Sources;

namespace Todoku.Diagnosis.Tests.Facts;

/// <summary>Diagnoses, of logs or made by hand, in an internet that consists of one zone file.</summary>
internal static class FactWorld
{
    public static readonly KnowledgeBase Knowledge = KnowledgeBase.LoadEmbedded();

    private static readonly Provider Google = new("google", true, "Google (Gmail, Workspace)", "Google（Gmail、Workspace）");

    public static readonly DateTimeOffset Last = new(2026, 5, 20, 15, 10, 0, TimeSpan.FromHours(9));

    /// <summary>A finding as the log alone gives it: mail of example.com from 192.0.2.25.</summary>
    public static Finding Finding(Cause cause, params ReplyValue[] values)
    {
        var article = Knowledge.FindArticle(cause.Id, Language.English);
        return new Finding
        {
            Kind = cause.Id,
            Cause = cause,
            Provider = Google,
            Fault = article?.Fault ?? Fault.Sender,
            IsCurrent = true,
            Count = 10,
            Messages = 10,
            Recipients = 5,
            Since = Last.AddDays(-2),
            Until = Last,
            Identity = new Identity { Host = "mail.example.com", EnvelopeDomain = "example.com", EnvelopeDomains = 1 },
            Values = [new ReplyValue(ReplyValueNames.Ip, "192.0.2.25"), .. values],
            Evidence = [],
            Article = article?.Id ?? cause.Id,
            Steps = article?.Steps ?? [],
        };
    }

    /// <summary>A diagnosis of findings, each of which is planned for.</summary>
    public static DiagnosisResult Diagnosis(params Finding[] findings) => new()
    {
        Verdict = Verdict.ActionNeeded,
        Understood = new Understanding(10, 0, 10, 10, 10, 10, []),
        Period = new Period(Last.AddDays(-2), Last),
        Hosts = ["mail.example.com"],
        Providers = [],
        Findings = findings,
        Plan =
        [
            .. findings.Index().SelectMany(pair => pair.Item.Steps.Select(step => (Step: step, pair.Index))).GroupBy(pair => pair.Step)
                .Select(group => new PlanStep(group.Key, Knowledge.FindStep(group.Key, Language.English)?.Group ?? StepGroup.Wait, [.. group.Select(pair => pair.Index)], [])),
        ],
        Notices = [],
    };

    /// <summary>The diagnosis with the facts of a zone.</summary>
    public static Task<DiagnosisResult> JoinAsync(DiagnosisResult result, string zone) =>
        JoinAsync(result, new ZoneResolver([ZoneFile.Parse("$ORIGIN .\n$TTL 3600\n" + zone)], inner: null));

    /// <summary>The diagnosis with the facts of a resolver.</summary>
    public static Task<DiagnosisResult> JoinAsync(DiagnosisResult result, IDnsResolver dns, TimeProvider? time = null) =>
        new DnsFacts(dns, Knowledge, time ?? new FakeTimeProvider(Last)).JoinAsync(result, TestContext.Current.CancellationToken);

    /// <summary>The diagnosis of one finding with the facts of a zone.</summary>
    public static async Task<(Finding Finding, IReadOnlyList<PlanStep> Plan)> JoinAsync(Finding finding, string zone)
    {
        var result = await JoinAsync(Diagnosis(finding), zone);
        Assert.Equal(FactState.Known, result.Facts);
        return (Assert.Single(result.Findings), result.Plan);
    }

    /// <summary>What a finding's facts say, in short.</summary>
    public static IEnumerable<string> Short(Finding finding) => finding.Facts.Select(fact => $"{fact.Result.Check} {fact.Result.Outcome} {fact.Relation}");

    /// <summary>A diagnosis of a log file.</summary>
    public static DiagnosisResult Read(string path)
    {
        var analyzer = new DeliveryAnalyzer(Knowledge, new AnalyzerOptions());
        var file = new LogFile(path, new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), new FileInfo(path).Length, () => File.OpenRead(path));
        var read = new LogReader(analyzer, new LogReaderOptions { Zone = TimeZoneInfo.Utc }).Read(new LogPlan([new LogChain([file])], []), null, CancellationToken.None);
        var understood = new Understanding(read.Lines, read.Duplicates, read.MailLines, read.UnderstoodLines, read.DeliveryLines, read.UnderstoodDeliveryLines, []);
        return analyzer.Conclude(understood, [], read.Offset);
    }

    /// <summary>A file of the repository.</summary>
    public static string Repository(string path, [CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(Path.Combine(folder, "Todoku.slnx"))) folder = Path.GetDirectoryName(folder);
        return Path.Combine(folder ?? "", path);
    }

    /// <summary>Spamhaus ZEN with its test entries, and these of 192.0.2.0/24 listed.</summary>
    public static string Spamhaus(IEnumerable<int> listed) => string.Join('\n',
    [
        "2.0.0.127.zen.spamhaus.org A 127.0.0.2",
        "zen.spamhaus.org SOA a. b. 1 60 60 60 60",
        .. listed.Select(last => $"{last}.2.0.192.zen.spamhaus.org A 127.0.0.2"),
        "",
    ]);
}
