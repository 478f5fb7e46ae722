using System.Runtime.CompilerServices;
using System.Text.Json;
using Todoku.Diagnosis.Reports;
using Todoku.Knowledge;

namespace Todoku.Diagnosis.Tests.Reports;

/// <summary>The example in docs/json.md has exactly the names that the program writes, and each is explained.</summary>
public sealed class JsonDocumentationTests
{
    // Their names are values of the log, not of the schema.
    private static readonly string[] OpenObjects = ["findings.values"];

    [Fact]
    public void The_example_has_the_names_that_are_written()
    {
        var written = Names(GoldenReportTests.Write(SampleDiagnosis.WithFacts(), "json", Language.English, new ReportLayout()));
        var documented = Names(Example());

        Assert.Equal(written.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_name_is_explained()
    {
        var document = Document();

        Assert.All(Names(Example()), name => Assert.Contains($"`{name.Split('.')[^1]}`", document, StringComparison.Ordinal));
    }

    private static HashSet<string> Names(string json)
    {
        using var document = JsonDocument.Parse(json);
        var names = new HashSet<string>();
        Collect(document.RootElement, "", names);
        return names;
    }

    private static void Collect(JsonElement element, string path, HashSet<string> names)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) Collect(item, path, names);
        }
        else if (element.ValueKind == JsonValueKind.Object && !OpenObjects.Contains(path))
        {
            foreach (var property in element.EnumerateObject())
            {
                var name = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
                names.Add(name);
                Collect(property.Value, name, names);
            }
        }
    }

    private static string Example()
    {
        var document = Document();
        var start = document.IndexOf("```json\n", StringComparison.Ordinal) + "```json\n".Length;
        return document[start..document.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private static string Document([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(Path.Combine(folder, "Todoku.slnx"))) folder = Path.GetDirectoryName(folder);
        return File.ReadAllText(Path.Combine(folder ?? "", "docs", "json.md"));
    }
}
