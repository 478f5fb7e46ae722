using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Todoku.Diagnosis.Tests.Facts;
using Todoku.Knowledge;
using Todoku.Logs;
using Todoku.Logs.Sources;

namespace Todoku.Diagnosis.Tests;

/// <summary>
/// Whole logs through reader, knowledge and analysis. Each <c>Cases/Incidents/NAME.log</c> must give <c>NAME.expected</c>: the verdict, then the findings in
/// their order. On a difference <c>NAME.received</c> is written beside it.
/// </summary>
public sealed class IncidentTests
{
    private static readonly KnowledgeBase Knowledge = KnowledgeBase.LoadEmbedded();

    public static TheoryData<string> Names() => [.. Directory.EnumerateFiles(Folder(), "*.log").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Finds_what_an_expert_would_name(string name)
    {
        var path = Path.Combine(Folder(), name);
        var result = Diagnose(path + ".log");
        var received = string.Join('\n', [result.Verdict.ToString(), .. result.Findings.Select(MailScript.Short), ""]);
        var expected = File.Exists(path + ".expected") ? File.ReadAllText(path + ".expected") : "";
        if (expected != received) File.WriteAllText(path + ".received", received);
        Assert.Equal(expected, received);
    }

    [Fact]
    public async Task Names_the_causes_of_the_shared_incidents()
    {
        foreach (var path in Directory.EnumerateFiles(Shared("corpus/incidents"), "*.log"))
        {
            using var expected = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(path, ".expect.json")));
            var ofLog = Diagnose(path);
            AssertNames(expected.RootElement, ofLog);

            // DNS that never answers changes nothing.
            var time = new FakeTimeProvider();
            var joined = await FactWorld.JoinAsync(ofLog, new SilentResolver(time, TimeSpan.FromSeconds(4)), time);
            AssertNames(expected.RootElement, joined);
            Assert.NotEqual(FactState.Known, joined.Facts);
        }
    }

    private static void AssertNames(JsonElement expected, DiagnosisResult result)
    {
        string?[] causes = [.. expected.GetProperty("causes").EnumerateArray().Select(cause => cause.GetString())];
        Assert.Contains(result.Findings[0].Cause.Id, causes.Take(2));
        Assert.Equal(expected.GetProperty("provider").GetString(), result.Findings[0].Provider?.Id);
    }

    private static DiagnosisResult Diagnose(string path)
    {
        var analyzer = new DeliveryAnalyzer(Knowledge, new AnalyzerOptions());
        var file = new LogFile(path, new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), new FileInfo(path).Length, () => File.OpenRead(path));
        var read = new LogReader(analyzer, new LogReaderOptions { Zone = TimeZoneInfo.Utc }).Read(new LogPlan([new LogChain([file])], []), null, CancellationToken.None);
        var understood = new Understanding(
            read.Lines, read.Duplicates, read.MailLines, read.UnderstoodLines, read.DeliveryLines, read.UnderstoodDeliveryLines, []);
        return analyzer.Conclude(understood, [], read.Offset);
    }

    private static string Shared(string name)
    {
        var folder = Environment.GetEnvironmentVariable("TODOKU_SHARED");
        for (var above = new DirectoryInfo(Folder()); folder is null && above is not null; above = above.Parent)
        {
            if (Directory.Exists(Path.Combine(above.FullName, "shared", "corpus"))) folder = Path.Combine(above.FullName, "shared");
        }
        if (folder is null || !Directory.Exists(Path.Combine(folder, name))) Assert.Skip($"shared/{name} is not here: set TODOKU_SHARED to the folder that holds it");
        return Path.Combine(folder!, name);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here) ?? "", "Cases", "Incidents");
}
