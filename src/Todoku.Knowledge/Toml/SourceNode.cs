namespace Todoku.Knowledge.Toml;

/// <summary>A value of a TOML file with the line it stands on, so that every error can point at it.</summary>
/// <param name="Line">The line, from 1.</param>
public abstract record SourceNode(int Line)
{
    /// <summary>A text.</summary>
    public sealed record Text(string Value, int Line) : SourceNode(Line);

    /// <summary>A whole number.</summary>
    public sealed record Number(long Value, int Line) : SourceNode(Line);

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public sealed record Switch(bool Value, int Line) : SourceNode(Line);

    /// <summary>An array, also one made of <c>[[name]]</c> tables.</summary>
    public sealed record List(List<SourceNode> Items, int Line) : SourceNode(Line);

    /// <summary>A table, whether written as <c>[name]</c>, by dotted keys or inline.</summary>
    public sealed record Table(OrderedDictionary<string, SourceNode> Entries, int Line) : SourceNode(Line);

    /// <summary>A fraction or a date, as it is written.</summary>
    public sealed record Other(string Written, int Line) : SourceNode(Line);

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
