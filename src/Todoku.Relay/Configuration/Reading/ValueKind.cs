namespace Todoku.Relay.Configuration.Reading;

/// <summary>What a key takes.</summary>
internal enum ValueKind : byte
{
    /// <summary>A text in quotes.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Switch,

    /// <summary>A list of texts.</summary>
    Texts,

    /// <summary>A list of whole numbers.</summary>
    Numbers,

    /// <summary>A table.</summary>
    Table,

    /// <summary><c>[[key]]</c> tables.</summary>
    Tables,
}
