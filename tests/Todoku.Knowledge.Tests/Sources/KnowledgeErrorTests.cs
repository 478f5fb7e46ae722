using Todoku.Knowledge.Sources;

namespace Todoku.Knowledge.Tests.Sources;

/// <summary>Each folder under Cases/errors is a knowledge folder with mistakes and the exact messages about them in expected.txt.</summary>
public sealed class KnowledgeErrorTests
{
    private static readonly string Folder = Path.Combine(Repository.Folder, "tests/Todoku.Knowledge.Tests/Cases/errors");

    public static TheoryData<string> Names => [.. Directory.GetDirectories(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Says_file_line_and_what_to_write(string name)
    {
        var folder = Path.Combine(Folder, name);
        var problems = KnowledgeReader.Read(KnowledgeFolder.Read(folder)).Problems;
        var received = string.Concat(problems.Select(problem => problem.ToString().Replace(folder + "/", "", StringComparison.Ordinal) + "\n"));
        var golden = Path.Combine(folder, "expected.txt");
        var expected = File.Exists(golden) ? File.ReadAllText(golden) : "";
        if (received != expected) File.WriteAllText(Path.Combine(folder, "expected.received.txt"), received);
        Assert.Equal(expected, received);
    }

    [Fact]
    public void Names_a_folder_that_is_not_there()
    {
        var e = Assert.Throws<KnowledgeException>(() => TestKnowledge.Embedded.WithOverlay("/no/such/folder"));
        Assert.Equal(("/no/such/folder", 0, "there is no such folder: give one with providers/, rules/ ... in it"), (e.File, e.Line, e.Problem));
    }

    [Fact]
    public void Names_a_file_that_is_not_UTF_8()
    {
        using var folder = new TemporaryFolder();
        folder.Write("rules/a.toml", [0x23, 0xFF, 0xFE]);
        var e = Assert.Throws<KnowledgeException>(() => KnowledgeFolder.Read(folder.Path));
        Assert.Equal($"{folder.Path}/rules/a.toml: the file is not UTF-8: save it as UTF-8", e.Message);
    }

    [Fact]
    public void Throws_with_all_errors_and_the_first_apart()
    {
        var e = Assert.Throws<KnowledgeException>(() => TestKnowledge.Of(("rules/a.toml", "x = 1\n[[rule]]\nid = \"a\"\n")));
        Assert.Equal(("rules/a.toml", 1, "the file takes no 'x': write only 'rule'"), (e.File, e.Line, e.Problem));
        Assert.Contains("\nrules/a.toml:2: a rule has no 'cause'", e.Message);
    }
}
