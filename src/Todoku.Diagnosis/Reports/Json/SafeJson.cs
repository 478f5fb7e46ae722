using System.Text.Encodings.Web;
using System.Text.Json;

namespace Todoku.Diagnosis.Reports.Json;

/// <summary>
/// How JSON is written: text as people write it, and nothing that a terminal or a reader's eye could take for more than text
/// (<see cref="LegibleJsonEncoder"/>).
/// </summary>
public static class SafeJson
{
    /// <summary>The encoder.</summary>
    public static JavaScriptEncoder Encoder { get; } = new LegibleJsonEncoder();

    /// <summary>For people to read as well: indented.</summary>
    public static JsonWriterOptions Indented { get; } = new() { Indented = true, NewLine = "\n", Encoder = Encoder };

    /// <summary>On one line.</summary>
    public static JsonWriterOptions OnOneLine { get; } = new() { Encoder = Encoder };
}
