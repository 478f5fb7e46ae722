using System.Diagnostics.CodeAnalysis;
using Todoku.Knowledge.Toml;
using Todoku.Relay.Configuration.Texts;

namespace Todoku.Relay.Configuration.Reading;

/// <summary>
/// Takes keys out of one table of the configuration and writes down what is wrong: a missing key, a value of another kind, and, at <see cref="Finish"/>,
/// keys that nobody asked for. After an error it gives what is harmless, so that the reading goes on to the next one.
/// </summary>
internal sealed class ConfigurationTable(FileContext context, SourceNode.Table table, string name)
{
    private readonly List<string> _asked = [];
    private readonly List<string> _passedOver = [];

    /// <summary>The table as the file writes it: <c>[limits]</c>, <c>[[listen]]</c>.</summary>
    public string Name => name;

    /// <summary>The line of its head.</summary>
    public int Line => table.Line;

    /// <summary>What all readers share.</summary>
    public FileContext Context => context;

    /// <summary>The words for errors.</summary>
    public ConfigurationTexts Texts => context.Texts;

    /// <summary>Whether a key is there.</summary>
    public bool Has(string key) => table.Entries.ContainsKey(key);

    /// <summary>Where a key stands; the table's own line when it is missing.</summary>
    public int LineOf(string key) => table.Entries.TryGetValue(key, out var node) ? node.Line : table.Line;

    /// <summary>Writes down an error at a key.</summary>
    public void Fail(string key, string message) => context.Fail(LineOf(key), message);

    /// <summary>Writes down that a key is missing.</summary>
    public void FailMissing(string key, string example) => context.Fail(table.Line, Texts.Missing(name, key, example));

    /// <summary>A text that must be there and not be empty; null after an error.</summary>
    public string? Required(string key, string example)
    {
        var text = Text(key, example);
        if (!Has(key)) FailMissing(key, example);
        return text;
    }

    /// <summary>A text, which must not be empty; null when it is missing and after an error.</summary>
    /// <param name="key">The key.</param>
    /// <param name="example">What to write where it must be there; null where it may be left out.</param>
    public string? Text(string key, string? example = null)
    {
        if (!TryTake<SourceNode.Text>(key, ValueKind.Text, out var text)) return null;
        if (!string.IsNullOrWhiteSpace(text.Value)) return text.Value;
        Fail(key, example is null ? Texts.Empty(key) : Texts.EmptyRequired(key, example));
        return null;
    }

    /// <summary>A whole number within bounds.</summary>
    public long Number(string key, long otherwise, long low, long high)
    {
        if (!TryTake<SourceNode.Number>(key, ValueKind.Number, out var number)) return otherwise;
        if (number.Value >= low && number.Value <= high) return number.Value;
        Fail(key, Texts.OutOfRange(key, $"{number.Value}", $"{low}", $"{high}"));
        return otherwise;
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool Switch(string key, bool otherwise) => TryTake<SourceNode.Switch>(key, ValueKind.Switch, out var flag) ? flag.Value : otherwise;

    /// <summary>A value that may be a number or a text; null when it is missing or neither.</summary>
    public SourceNode? NumberOrText(string key) => Take(key) switch
    {
        SourceNode.Number number => number,
        SourceNode.Text text => text,
        null => null,
        var other => Refuse(key, ValueKind.Text, other),
    };

    /// <summary>A text, or a date as TOML has it; null when it is missing or neither.</summary>
    public string? DateOrText(string key) => Take(key) is SourceNode.Other date ? date.Written : Text(key);

    /// <summary>Asks for keys that have no meaning here but would have under a condition; any that is there is an error.</summary>
    public void OnlyWith(string condition, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            if (table.Entries.ContainsKey(key) && !_asked.Contains(key)) Fail(key, Texts.OnlyWith(key, condition));
        foreach (var key in keys) _passedOver.Add(key);
    }

    /// <summary>Texts: a list, or one text alone.</summary>
    public IReadOnlyList<SourceNode.Text> TextList(string key)
    {
        if (Take(key) is not { } node) return [];
        IReadOnlyList<SourceNode> items = node is SourceNode.List list ? list.Items : [node];
        var texts = new List<SourceNode.Text>();
        foreach (var item in items)
        {
            if (item is SourceNode.Text { Value: var value } text && !string.IsNullOrWhiteSpace(value)) texts.Add(text);
            else context.Fail(item.Line, item is SourceNode.Text ? Texts.EmptyItem(key) : Texts.WrongKind(key, ValueKind.Texts, item));
        }
        return texts;
    }

    /// <summary>Whole numbers within bounds.</summary>
    public IReadOnlyList<int> NumberList(string key, int low, int high)
    {
        if (!TryTake<SourceNode.List>(key, ValueKind.Numbers, out var list)) return [];
        var numbers = new List<int>();
        foreach (var item in list.Items)
        {
            if (item is SourceNode.Number { Value: var value } && value >= low && value <= high) numbers.Add((int)value);
            else context.Fail(item.Line, item is SourceNode.Number wrong ? Texts.OutOfRange(key, $"{wrong.Value}", $"{low}", $"{high}") : Texts.WrongKind(key, ValueKind.Numbers, item));
        }
        return numbers;
    }

    /// <summary>A table within this one; one without keys when it is missing.</summary>
    public ConfigurationTable Child(string key) =>
        new(context, TryTake<SourceNode.Table>(key, ValueKind.Table, out var child) ? child : new SourceNode.Table([], table.Line), $"[{key}]");

    /// <summary>The tables of <c>[[key]]</c>.</summary>
    public IEnumerable<ConfigurationTable> Children(string key)
    {
        if (!TryTake<SourceNode.List>(key, ValueKind.Tables, out var list)) yield break;
        foreach (var item in list.Items)
        {
            if (item is SourceNode.Table child) yield return new ConfigurationTable(context, child, $"[[{key}]]");
            else context.Fail(item.Line, Texts.WrongKind(key, ValueKind.Tables, item));
        }
    }

    /// <summary>Writes down the keys that were not asked for.</summary>
    public void Finish()
    {
        foreach (var (key, node) in table.Entries)
        {
            if (!_asked.Contains(key) && !_passedOver.Contains(key)) context.Fail(node.Line, Texts.UnknownKey(name, key, Spelling.Nearest(key, _asked), _asked));
        }
    }

    private bool TryTake<T>(string key, ValueKind wanted, [NotNullWhen(true)] out T? node)
        where T : SourceNode
    {
        var taken = Take(key);
        node = taken as T;
        if (taken is not null && node is null) Refuse(key, wanted, taken);
        return node is not null;
    }

    private SourceNode? Refuse(string key, ValueKind wanted, SourceNode found)
    {
        context.Fail(found.Line, Texts.WrongKind(key, wanted, found));
        return null;
    }

    private SourceNode? Take(string key)
    {
        if (!_asked.Contains(key)) _asked.Add(key);
        return table.Entries.GetValueOrDefault(key);
    }
}
