namespace Todoku.Knowledge.Tests.Sources;

/// <summary>Where wording comes from can be looked up, or is said plainly.</summary>
public sealed class ProvenanceTests
{
    private const string Key = "source = \"";

    [Fact]
    public void Every_source_names_an_address_a_file_or_where_it_was_seen()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Folder, "knowledge"), "*.toml", SearchOption.AllDirectories)
            .SelectMany(file => File.ReadLines(file).Where(line => line.StartsWith(Key, StringComparison.Ordinal)).Select(line => (file, Text: line[Key.Length..].TrimEnd('"'))));

        Assert.DoesNotContain(sources, source => !source.Text.StartsWith("seen in ", StringComparison.Ordinal) && source.Text.IndexOfAny(['/', '.']) < 0);
    }
}
