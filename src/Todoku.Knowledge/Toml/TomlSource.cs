using System.Diagnostics;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace Todoku.Knowledge.Toml;

/// <summary>Turns the text of a TOML file into a tree of <see cref="SourceNode"/> that knows its lines.</summary>
public static class TomlSource
{
    /// <summary>Reads a file; null when it is not TOML, with the reasons added to <paramref name="problems"/>.</summary>
    /// <param name="text">What it holds.</param>
    /// <param name="shownPath">Its path as messages name it.</param>
    /// <param name="problems">Takes the errors of syntax, whose texts are English.</param>
    public static SourceNode.Table? Parse(string text, string shownPath, ICollection<SourceProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var document = SyntaxParser.Parse(text, shownPath, validate: true);
        if (document.HasErrors)
        {
            foreach (var message in document.Diagnostics.Where(message => message.Kind == DiagnosticMessageKind.Error))
                problems.Add(new SourceProblem(shownPath, message.Span.Start.Line + 1, message.Message));
            return null;
        }
        var root = new SourceNode.Table([], 1);
        AddAll(root, document.KeyValues);
        foreach (var table in document.Tables) AddTable(root, table);
        return root;
    }

    private static void AddTable(SourceNode.Table root, TableSyntaxBase syntax)
    {
        if (syntax.Name is not { } name) return;
        var path = Names(name);
        var line = LineOf(syntax);
        var parent = Descend(root, path.AsSpan(0, path.Length - 1), line);
        if (parent is null) return;
        SourceNode.Table target;
        if (syntax is TableArraySyntax)
        {
            target = new SourceNode.Table([], line);
            if (parent.Entries.TryGetValue(path[^1], out var existing) && existing is SourceNode.List list) list.Items.Add(target);
            else parent.Entries[path[^1]] = new SourceNode.List([target], line);
        }
        else if (parent.Entries.TryGetValue(path[^1], out var existing) && existing is SourceNode.Table table)
        {
            target = table; // [a.b] made it before [a] was reached
        }
        else
        {
            target = new SourceNode.Table([], line);
            parent.Entries[path[^1]] = target;
        }
        AddAll(target, syntax.Items);
    }

    private static void AddAll(SourceNode.Table target, IEnumerable<KeyValueSyntax> pairs)
    {
        foreach (var pair in pairs)
        {
            if (pair.Key is not { } key || pair.Value is not { } value) continue;
            var path = Names(key);
            var parent = Descend(target, path.AsSpan(0, path.Length - 1), LineOf(pair));
            if (parent is not null) parent.Entries[path[^1]] = Convert(value);
        }
    }

    // A name within [[rule]] means the last of them, as TOML has it.
    private static SourceNode.Table? Descend(SourceNode.Table from, ReadOnlySpan<string> path, int line)
    {
        foreach (var name in path)
        {
            if (!from.Entries.TryGetValue(name, out var next)) from.Entries[name] = next = new SourceNode.Table([], line);
            if (next is SourceNode.List { Items: [.., SourceNode.Table last] }) next = last;
            if (next is not SourceNode.Table table) return null;
            from = table;
        }
        return from;
    }

    private static SourceNode Convert(ValueSyntax value)
    {
        var line = LineOf(value);
        switch (value)
        {
            case StringValueSyntax text: return new SourceNode.Text(text.Value ?? "", line);
            case IntegerValueSyntax number: return new SourceNode.Number(number.Value, line);
            case BooleanValueSyntax flag: return new SourceNode.Switch(flag.Value, line);
            case ArraySyntax array:
                return new SourceNode.List([.. array.Items.Where(item => item.Value is not null).Select(item => Convert(item.Value ?? throw new UnreachableException()))], line);
            case InlineTableSyntax inline:
                var table = new SourceNode.Table([], line);
                AddAll(table, inline.Items.Select(item => item.KeyValue).OfType<KeyValueSyntax>());
                return table;
            default: return new SourceNode.Other(value.ToString().Trim(), line);
        }
    }

    private static string[] Names(KeySyntax key) => [NameOf(key.Key), .. key.DotKeys.Select(dotted => NameOf(dotted.Key))];

    private static string NameOf(BareKeyOrStringValueSyntax? name) => name switch
    {
        BareKeySyntax bare => bare.Key?.Text ?? "",
        StringValueSyntax quoted => quoted.Value ?? "",
        _ => "",
    };

    private static int LineOf(SyntaxNode node) => node.Span.Start.Line + 1;
}
