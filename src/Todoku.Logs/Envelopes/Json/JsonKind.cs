namespace Todoku.Logs.Envelopes.Json;

/// <summary>Kinds of JSON values, as far as a log line's fields need them apart.</summary>
internal enum JsonKind : byte
{
    /// <summary>No value.</summary>
    None,

    /// <summary>A string; the value is what stands between the quotes, still escaped.</summary>
    String,

    /// <summary>A number, true or false; the value is its text.</summary>
    Plain,

    /// <summary>null.</summary>
    Null,

    /// <summary>An object, with its braces.</summary>
    Object,

    /// <summary>An array, with its brackets.</summary>
    Array,
}
