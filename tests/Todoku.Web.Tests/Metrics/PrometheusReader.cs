using System.Globalization;
using System.Text;

namespace Todoku.Web.Tests.Metrics;

/// <summary>
/// Reads the text format of Prometheus 0.0.4 strictly: every family has HELP, then TYPE, then its samples together; names are valid and appear once; counters end in
/// <c>_total</c>; label values are escaped; no sample is there twice; the last line ends.
/// </summary>
internal static class PrometheusReader
{
    public static Dictionary<string, double> Read(string text)
    {
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        var samples = new Dictionary<string, double>();
        var families = new HashSet<string>();
        string? helped = null, family = null;
        foreach (var line in text[..^1].Split('\n'))
        {
            if (line.StartsWith("# HELP ", StringComparison.Ordinal))
            {
                helped = line.Split(' ')[2];
                Assert.True(families.Add(helped), line);
                Assert.True(line.Length > $"# HELP {helped} ".Length, line);
                family = null;
            }
            else if (line.StartsWith("# TYPE ", StringComparison.Ordinal))
            {
                var words = line.Split(' ');
                Assert.Equal(4, words.Length);
                Assert.Equal(helped, words[2]);
                Assert.Contains(words[3], new[] { "counter", "gauge" });
                Assert.Equal(words[3] == "counter", words[2].EndsWith("_total", StringComparison.Ordinal));
                family = words[2];
            }
            else
            {
                var (name, labels, value) = Sample(line);
                Assert.Equal(family, name);
                samples.Add(labels.Count == 0 ? name : $"{name}{{{string.Join(',', labels)}}}", value);
            }
        }
        return samples;
    }

    private static (string Name, List<string> Labels, double Value) Sample(string line)
    {
        var at = 0;
        var name = Name(line, ref at, isLabel: false);
        var labels = new List<string>();
        if (line[at] == '{')
        {
            do
            {
                at++;
                var label = Name(line, ref at, isLabel: true);
                Assert.Equal("=\"", line.Substring(at, 2));
                at += 2;
                labels.Add($"{label}={Value(line, ref at)}");
            }
            while (line[at] == ',');
            Assert.Equal('}', line[at++]);
            Assert.Equal(labels.Count, labels.Select(one => one.Split('=')[0]).Distinct().Count());
        }
        Assert.Equal(' ', line[at++]);
        return (name, labels, double.Parse(line[at..], NumberStyles.Float, CultureInfo.InvariantCulture));
    }

    private static string Name(string line, ref int at, bool isLabel)
    {
        var start = at;
        while (at < line.Length && (char.IsAsciiLetterOrDigit(line[at]) || line[at] == '_' || (line[at] == ':' && !isLabel))) at++;
        Assert.True(at > start && !char.IsAsciiDigit(line[start]), line);
        return line[start..at];
    }

    private static string Value(string line, ref int at)
    {
        var value = new StringBuilder();
        for (; line[at] != '"'; at++)
        {
            if (line[at] != '\\') value.Append(line[at]);
            else value.Append(line[++at] switch { '\\' => '\\', '"' => '"', 'n' => '\n', var other => throw new FormatException($"\\{other}: {line}") });
        }
        at++;
        return value.ToString();
    }
}
