using Todoku.Knowledge.Toml;

namespace Todoku.Knowledge.Sources;

/// <summary>
/// Takes keys out of one table of a knowledge file and writes down what is wrong: a missing key, a value of another kind, and,
/// at <see cref="Finish"/>, keys that nobody asked for.
/// </summary>
internal sealed class TableReader(SourceFile file, SourceNode.Table table, string what, List<SourceProblem> problems)
{
    private readonly List<string> _asked = [];

    /// <summary>The line of the table's head.</summary>
    public int Line => table.Line;

    /// <summary>The file it stands in.</summary>
    public SourceFile File => file;

    /// <summary>Writes down an error at a line of this file.</summary>
    public void Fail(int line, string message) => problems.Add(new SourceProblem(file.ShownPath, line, message));

    /// <summary>Where a key stands; the table's own line when it is missing.</summary>
    public int LineOf(string key) => table.Entries.TryGetValue(key, out var node) ? node.Line : table.Line;

    /// <summary>Whether a key is there.</summary>
    public bool Has(string key) => table.Entries.ContainsKey(key);

    /// <summary>A text that must be there and not be empty; "" after an error.</summary>
    public string Required(string key, string example)
    {
        var value = Optional(key);
        if (!string.IsNullOrWhiteSpace(value)) return value;
        if (!Has(key)) Fail(table.Line, $"{what} has no '{key}': write {key} = {example}");
        else if (value is not null) Fail(LineOf(key), $"'{key}' is empty: write {key} = {example}");
        return "";
    }

    /// <summary>A text that may be missing.</summary>
    public string? Optional(string key)
    {
        switch (Take(key))
        {
            case null: return null;
            case SourceNode.Text text: return text.Value;
            case var other:
                Fail(other.Line, $"'{key}' must be a text in quotes, not {other.Kind}");
                return null;
        }
    }

    /// <summary><c>true</c>, <c>false</c> or missing.</summary>
    public bool? Flag(string key)
    {
        switch (Take(key))
        {
            case null: return null;
            case SourceNode.Switch flag: return flag.Value;
            case var other:
                Fail(other.Line, $"'{key}' must be true or false, not {other.Kind}");
                return null;
        }
    }

    /// <summary>A whole number between two others, or missing.</summary>
    public int? Number(string key, int low, int high)
    {
        switch (Take(key))
        {
            case null: return null;
            case SourceNode.Number number when number.Value >= low && number.Value <= high: return (int)number.Value;
            case var other:
                Fail(other.Line, $"'{key}' must be a whole number from {low} to {high}{(other is SourceNode.Number wrong ? $", not {wrong.Value}" : $", not {other.Kind}")}");
                return null;
        }
    }

    /// <summary>A list of texts, with their lines; empty when the key is missing.</summary>
    public List<SourceNode.Text> Texts(string key)
    {
        var texts = new List<SourceNode.Text>();
        foreach (var item in Items(key))
        {
            if (item is SourceNode.Text { Value.Length: > 0 } text) texts.Add(text);
            else Fail(item.Line, item is SourceNode.Text ? $"'{key}' holds an empty text: take it out" : $"'{key}' must hold texts in quotes, not {item.Kind}");
        }
        return texts;
    }

    /// <summary>The items of a list; empty when the key is missing.</summary>
    public IReadOnlyList<SourceNode> Items(string key)
    {
        switch (Take(key))
        {
            case null: return [];
            case SourceNode.List list: return list.Items;
            case var other:
                Fail(other.Line, $"'{key}' must be a list, not {other.Kind}: write {key} = [...]");
                return [];
        }
    }

    /// <summary>A table within this one; null when it is missing.</summary>
    public TableReader? Child(string key, string name, string example)
    {
        switch (Take(key))
        {
            case null: return null;
            case SourceNode.Table child: return new TableReader(file, child, name, problems);
            case var other:
                Fail(other.Line, $"'{key}' must be a table, not {other.Kind}: write {example}");
                return null;
        }
    }

    /// <summary>A table that stands as an item of a list in this one.</summary>
    public TableReader Inline(SourceNode.Table inner, string name) => new(file, inner, name, problems);

    /// <summary>The tables of <c>[[key]]</c>.</summary>
    public IEnumerable<TableReader> Children(string key, string name)
    {
        foreach (var item in Items(key))
        {
            if (item is SourceNode.Table child) yield return new TableReader(file, child, name, problems);
            else Fail(item.Line, $"'{key}' must be written as [[{key}]] tables, not {item.Kind}");
        }
    }

    /// <summary>The tables <c>[key.NAME]</c> with their names.</summary>
    public IEnumerable<(string Name, TableReader Table)> Named(string key, string name)
    {
        if (Take(key) is not { } node) yield break;
        if (node is not SourceNode.Table parent)
        {
            Fail(node.Line, $"'{key}' must be a table of named tables, not {node.Kind}: write [{key}.\"NAME\"]");
            yield break;
        }
        foreach (var (childName, child) in parent.Entries)
        {
            if (child is SourceNode.Table inner) yield return (childName, new TableReader(file, inner, $"{name} \"{childName}\"", problems));
            else Fail(child.Line, $"'{key}.{childName}' must be a table, not {child.Kind}");
        }
    }

    /// <summary>Reports the keys that were not asked for.</summary>
    public void Finish()
    {
        foreach (var (key, node) in table.Entries)
        {
            if (!_asked.Contains(key)) Fail(node.Line, $"{what} takes no '{key}': {Suggest(key)}");
        }
    }

    private string Suggest(string key)
    {
        if (Spelling.Nearest(key, _asked) is { } near) return $"did you mean '{near}'?";
        return _asked.Count == 1 ? $"write only '{_asked[0]}'" : $"write one of {string.Join(", ", _asked)}";
    }

    private SourceNode? Take(string key)
    {
        if (!_asked.Contains(key)) _asked.Add(key);
        return table.Entries.GetValueOrDefault(key);
    }
}
