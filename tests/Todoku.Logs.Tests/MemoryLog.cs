using System.Text;
using Todoku.Logs.Sources;

namespace Todoku.Logs.Tests;

/// <summary>Reads logs that stand in memory.</summary>
internal static class MemoryLog
{
    public static readonly DateTimeOffset Written = new(2026, 6, 30, 12, 0, 0, TimeSpan.Zero);

    public static LogFile File(byte[] bytes, string name = "memory.log", DateTimeOffset? written = null) =>
        new(name, written ?? Written, bytes.Length, () => new MemoryStream(bytes));

    public static LogFile File(string text, string name = "memory.log", DateTimeOffset? written = null) => File(Encoding.UTF8.GetBytes(text), name, written);

    public static (ReadSummary Summary, IReadOnlyList<string> Lines) Read(string text, LogReaderOptions? options = null) =>
        Read(new LogPlan([new LogChain([File(text)])], []), options);

    public static ReadSummary Read(string text, RecordingObserver observer, int inFlightLimit = 500_000) =>
        new LogReader(observer, new LogReaderOptions { Zone = TimeZoneInfo.Utc, Workers = 2, InFlightLimit = inFlightLimit })
            .Read(new LogPlan([new LogChain([File(text)])], []), null, CancellationToken.None);

    public static (ReadSummary Summary, IReadOnlyList<string> Lines) Read(LogPlan plan, LogReaderOptions? options = null)
    {
        var observer = new RecordingObserver();
        var summary = new LogReader(observer, options ?? new LogReaderOptions { Zone = TimeZoneInfo.Utc, Workers = 2 }).Read(plan, null, CancellationToken.None);
        return (summary, observer.Lines);
    }
}
