namespace Todoku.Knowledge.Sources;

/// <summary>A value of a knowledge file with the line it stands on, so that every error can point at it.</summary>
/// <param name="Line">The line, from 1.</param>
internal abstract record SourceNode(int Line)
{
    /// <summary>A text.</summary>
    internal sealed record Text(string Value, int Line) : SourceNode(Line);

    /// <summary>A whole number.</summary>
    internal sealed record Number(long Value, int Line) : SourceNode(Line);

    /// <summary><c>true</c> or <c>false</c>.</summary>
    internal sealed record Switch(bool Value, int Line) : SourceNode(Line);

    /// <summary>An array, also one made of <c>[[name]]</c> tables.</summary>
    internal sealed record List(List<SourceNode> Items, int Line) : SourceNode(Line);

    /// <summary>A table, whether written as <c>[name]</c>, by dotted keys or inline.</summary>
    internal sealed record Table(OrderedDictionary<string, SourceNode> Entries, int Line) : SourceNode(Line);

    /// <summary>A value of a kind that no key of the format takes (a fraction, a date).</summary>
    internal sealed record Other(int Line) : SourceNode(Line);

    /// <summary>What the value is, for error messages.</summary>
    public string Kind => this switch
    {
        Text => "a text",
        Number => "a number",
        Switch => "true or false",
        List => "a list",
        Table => "a table",
        _ => "a date or a fraction",
    };
}
