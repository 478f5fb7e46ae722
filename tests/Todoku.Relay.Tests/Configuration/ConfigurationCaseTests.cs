using System.Runtime.CompilerServices;
using System.Text;
using Todoku.Knowledge;
using Todoku.Relay.Configuration;

namespace Todoku.Relay.Tests.Configuration;

/// <summary>
/// Each <c>Cases/NAME.toml</c> is read as <c>relay.toml</c>, and its errors in both languages must be <c>NAME.expected</c>. On a difference
/// <c>NAME.received</c> is written beside it.
/// </summary>
public sealed class ConfigurationCaseTests
{
    public static TheoryData<string> Files() => [.. Directory.EnumerateFiles(Folder(), "*.toml").Select(path => Path.GetFileName(path) ?? "").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Says_everything_that_is_wrong(string name)
    {
        var path = Path.Combine(Folder(), name);
        var text = File.ReadAllText(path);
        var received = new StringBuilder();
        foreach (var language in new[] { Language.English, Language.Japanese })
        {
            if (ConfigurationReader.Parse("relay.toml", text, language, checksFiles: false) is not ConfigurationOutcome.Invalid invalid) continue;
            foreach (var problem in invalid.Problems) received.Append(problem).Append('\n');
        }

        var expectedPath = Path.ChangeExtension(path, ".expected");
        var expected = File.Exists(expectedPath) ? File.ReadAllText(expectedPath) : "(no file)";
        if (expected != received.ToString()) File.WriteAllText(Path.ChangeExtension(path, ".received"), received.ToString());
        Assert.Equal(expected, received.ToString());
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here) ?? "", "Cases");
}
