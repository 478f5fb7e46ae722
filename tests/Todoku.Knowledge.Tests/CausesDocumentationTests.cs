namespace Todoku.Knowledge.Tests;

/// <summary>docs/causes.md, to which messages point, lists exactly the causes that there are.</summary>
public sealed class CausesDocumentationTests
{
    [Fact]
    public void Lists_every_cause_in_order_with_what_it_means()
    {
        var rows = File.ReadLines(Path.Combine(Repository.Folder, "docs", "causes.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToList();

        Assert.Equal(Causes.All.ToArray().Select(cause => cause.Id), rows.Select(cells => cells[1].Trim('`')));
        Assert.All(rows, cells => Assert.True(cells is [_, _, { Length: > 0 }, { Length: > 0 }, { Length: > 0 }, _], string.Join('|', cells)));
    }
}
