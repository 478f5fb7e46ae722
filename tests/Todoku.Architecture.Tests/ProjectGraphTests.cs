using System.Xml.Linq;

namespace Todoku.Architecture.Tests;

/// <summary>Data goes one way: a project names only those that this table lists (ARCHITECTURE.md shows the same).</summary>
public sealed class ProjectGraphTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Todoku.Mail"] = [],
        ["Todoku.Dns"] = ["Todoku.Mail"],
        ["Todoku.Authentication"] = ["Todoku.Dns", "Todoku.Mail"],
        ["Todoku.Smtp"] = ["Todoku.Mail"],
        ["Todoku.Knowledge"] = ["Todoku.Mail"],
        ["Todoku.Logs"] = ["Todoku.Mail"],
        ["Todoku.Diagnosis"] = ["Todoku.Authentication", "Todoku.Dns", "Todoku.Knowledge", "Todoku.Mail"],
        ["Todoku.Relay"] = ["Todoku.Authentication", "Todoku.Dns", "Todoku.Knowledge", "Todoku.Mail", "Todoku.Smtp"],
        ["Todoku.Sandbox"] = ["Todoku.Authentication", "Todoku.Dns", "Todoku.Knowledge", "Todoku.Mail", "Todoku.Smtp"],
        ["Todoku.Storage"] = ["Todoku.Relay"],
        ["Todoku.Apply"] = ["Todoku.Dns", "Todoku.Mail"],
        ["Todoku.Web"] = ["Todoku.Relay", "Todoku.Sandbox"],
        ["Todoku.Cli"] =
        [
            "Todoku.Apply", "Todoku.Authentication", "Todoku.Diagnosis", "Todoku.Dns", "Todoku.Knowledge", "Todoku.Logs", "Todoku.Mail", "Todoku.Relay", "Todoku.Sandbox", "Todoku.Smtp",
            "Todoku.Storage", "Todoku.Web",
        ],
    };

    [Fact]
    public void Every_project_stands_in_the_table() => Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), SourceTree.Projects);

    [Theory]
    [InlineData("Todoku.Mail")]
    [InlineData("Todoku.Dns")]
    [InlineData("Todoku.Authentication")]
    [InlineData("Todoku.Smtp")]
    [InlineData("Todoku.Knowledge")]
    [InlineData("Todoku.Logs")]
    [InlineData("Todoku.Diagnosis")]
    [InlineData("Todoku.Relay")]
    [InlineData("Todoku.Sandbox")]
    [InlineData("Todoku.Storage")]
    [InlineData("Todoku.Web")]
    [InlineData("Todoku.Apply")]
    [InlineData("Todoku.Cli")]
    public void A_project_names_only_those_of_its_row(string project) => Assert.Equal(Allowed[project], References(project));

    [Fact]
    public void Every_project_has_its_tests_and_both_stand_in_the_solution()
    {
        var solution = SourceTree.Read("Todoku.slnx");
        foreach (var project in SourceTree.Projects)
        {
            Assert.Contains($"src/{project}/{project}.csproj", solution, StringComparison.Ordinal);
            Assert.Contains($"tests/{project}.Tests/{project}.Tests.csproj", solution, StringComparison.Ordinal);
        }
    }

    // Tools that are built to be run at build are named without their assembly.
    private static IEnumerable<string> References(string project) => XDocument.Parse(SourceTree.Read($"src/{project}/{project}.csproj"))
        .Descendants("ProjectReference")
        .Where(reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false")
        .Select(reference => Path.GetFileNameWithoutExtension((string?)reference.Attribute("Include") ?? ""))
        .Order(StringComparer.Ordinal);
}
