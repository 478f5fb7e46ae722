using System.Text.RegularExpressions;

namespace Todoku.Architecture.Tests;

/// <summary>The rules of the house that a compiler does not check.</summary>
public sealed partial class CodeStyleTests
{
    private const int MaxLines = 400;
    private const int MaxColumns = 220;

    // What ./todoku looks at to see whether a source is newer than the binary: src/PROJECT/FOLDER/FOLDER/FILE.
    private const int MaxDepth = 5;

    private static IReadOnlyList<string> Sources { get; } = SourceTree.Code("src");

    [Fact]
    public void Every_class_is_sealed_or_abstract_or_static() =>
        None(Sources.SelectMany(path => TypeLines(path).Where(line => IsOpenClass().IsMatch(line)).Select(line => $"{path}: {line.Trim()}")));

    [Fact]
    public void A_file_holds_one_top_level_type_of_its_name() =>
        None(Sources.Where(path => Path.GetFileName(path) != "Program.cs").Select(Misnamed).OfType<string>());

    [Fact]
    public void No_file_is_longer_than_400_lines() =>
        None(Sources.Where(path => SourceTree.Read(path).Count(c => c == '\n') > MaxLines));

    [Fact]
    public void No_line_is_much_wider_than_a_screen() =>
        None(Sources.SelectMany(path => SourceTree.Read(path).Split('\n').Index().Where(line => line.Item.Length > MaxColumns).Select(line => $"{path}:{line.Index + 1}")));

    [Fact]
    public void Namespaces_begin_with_the_project() =>
        None(Sources.Where(path => Path.GetFileName(path) != "Program.cs").Where(path =>
            !SourceTree.Read(path).Contains($"\nnamespace {path.Split('/')[1]}", StringComparison.Ordinal)
            && !SourceTree.Read(path).StartsWith($"namespace {path.Split('/')[1]}", StringComparison.Ordinal)));

    [Fact]
    public void Nothing_lies_deeper_than_the_start_script_looks() =>
        None(SourceTree.Files("src").Where(path => path.Split('/').Length > MaxDepth));

    [Fact]
    public void Strangers_text_meets_no_backtracking_regex() =>
        None(Sources.Where(path => SourceTree.Read(path).Contains("Regex", StringComparison.Ordinal)
            && !SourceTree.Read(path).Contains("RegexOptions.NonBacktracking", StringComparison.Ordinal)));

    // Named in the message when there are any.
    private static void None(IEnumerable<string> found) => Assert.Equal("", string.Join('\n', found));

    private static IEnumerable<string> TypeLines(string path) => SourceTree.Read(path).Split('\n').Where(line => IsType().IsMatch(line));

    private static string? Misnamed(string path)
    {
        var names = TypeLines(path).Where(line => !line.StartsWith(' ')).Select(line => TypeName().Match(line).Groups["name"].Value).ToArray();
        var file = Path.GetFileName(path).Split('.')[0];
        return names.Length == 1 && names[0] == file ? null : $"{path}: {string.Join(", ", names)}";
    }

    [GeneratedRegex(@"^\s*(public|internal|private|protected|file)\s[\w\s]*\b(class|record|struct|interface|enum)\s+\w")]
    private static partial Regex IsType();

    [GeneratedRegex(@"\b(class|record(\s+struct|\s+class)?|struct|interface|enum)\s+(?<name>\w+)")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"^\s*(public|internal|private|protected)\s((?!\b(sealed|static|abstract|struct|interface|enum)\b).)*\b(class|record(?!\s+struct))\s+\w")]
    private static partial Regex IsOpenClass();
}
