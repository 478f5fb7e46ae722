using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Todoku.Diagnosis.Tests.Reports;

/// <summary>docs/json.md holds an example; its keys must be those that a report writes.</summary>
public sealed class JsonDocumentTests
{
    [Fact]
    public void The_documented_example_has_the_keys_of_a_report()
    {
        var document = File.ReadAllText(Path.Combine(Root(), "docs", "json.md"));
        var example = document.Split("```json\n")[1].Split("```")[0];
        var report = File.ReadAllText(Path.Combine(Root(), "tests", "Todoku.Diagnosis.Tests", "Reports", "Cases", "story.en.json"));

        Assert.Equal(KeysOf(report), KeysOf(example));
    }

    private static SortedSet<string> KeysOf(string json)
    {
        using var parsed = JsonDocument.Parse(json);
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        Collect(parsed.RootElement, "", keys);
        return keys;
    }

    // The keys of "values" are the replies' own.
    private static void Collect(JsonElement element, string path, SortedSet<string> keys)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) Collect(item, path + "[]", keys);
        }
        if (element.ValueKind != JsonValueKind.Object) return;
        foreach (var property in element.EnumerateObject())
        {
            var key = $"{path}.{property.Name}";
            keys.Add(key);
            if (property.Name != "values") Collect(property.Value, key, keys);
        }
    }

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here) ?? "", "..", "..", ".."));
}
