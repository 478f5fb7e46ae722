using Todoku.Cli.Terminal;
using Todoku.Diagnosis;

namespace Todoku.Cli.Diagnose;

/// <summary>Tells of findings as they appear while a log is followed: new ones, and old ones that are back.</summary>
/// <param name="console">The clock.</param>
/// <param name="tell">Tells of some findings of a result, by index.</param>
internal sealed class FindingNews(CliConsole console, Action<DiagnosisResult, IReadOnlyList<int>> tell)
{
    // A finding that comes and goes is the same finding; after this long without it, it is news again.
    private static readonly TimeSpan ForgottenAfter = TimeSpan.FromMinutes(30);

    private readonly Dictionary<(string Kind, string Provider), DateTimeOffset> _lastSeen = [];

    /// <summary>Takes what was told in the first report.</summary>
    public void Know(DiagnosisResult result) => _ = News(result);

    /// <summary>Looks at a new result and tells what is new in it.</summary>
    public void Look(DiagnosisResult result)
    {
        if (News(result) is { Count: > 0 } news) tell(result, news);
    }

    private List<int> News(DiagnosisResult result)
    {
        var news = new List<int>();
        var now = console.Time.GetUtcNow();
        foreach (var (index, finding) in result.Findings.Index())
        {
            if (!finding.IsCurrent) continue;
            var key = (finding.Kind, finding.Provider?.Id ?? "");
            if (!_lastSeen.TryGetValue(key, out var seen) || now - seen > ForgottenAfter) news.Add(index);
            _lastSeen[key] = now;
        }
        return news;
    }
}
