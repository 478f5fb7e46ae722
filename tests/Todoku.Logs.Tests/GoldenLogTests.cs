using System.Runtime.CompilerServices;
using System.Text;
using Todoku.Logs.Sources;

namespace Todoku.Logs.Tests;

/// <summary>
/// Each <c>Cases/DIALECT/NAME.log</c> is read, and what the reader tells must be <c>NAME.expected</c>. On a difference
/// <c>NAME.received</c> is written beside it.
/// </summary>
public sealed class GoldenLogTests
{
    public static TheoryData<string> Logs() =>
        [.. Directory.EnumerateFiles(Folder(), "*.log", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Folder(), path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Logs))]
    public void Tells_what_the_log_says(string name)
    {
        var path = Path.Combine(Folder(), name);
        var plan = new LogPlan([new LogChain([MemoryLog.File(File.ReadAllBytes(path))])], []);

        var (summary, lines) = MemoryLog.Read(plan);

        var received = new StringBuilder();
        foreach (var line in lines) received.Append(line).Append('\n');
        received.Append($"mail {summary.MailLines} understood {summary.UnderstoodLines} deliveries {summary.DeliveryLines} understood {summary.UnderstoodDeliveryLines}\n");
        Compare(path, received.ToString());
    }

    private static void Compare(string path, string received)
    {
        var expectedPath = Path.ChangeExtension(path, ".expected");
        var expected = File.Exists(expectedPath) ? File.ReadAllText(expectedPath) : "";
        if (expected != received) File.WriteAllText(Path.ChangeExtension(path, ".received"), received);
        Assert.Equal(expected, received);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here) ?? "", "Cases");
}
