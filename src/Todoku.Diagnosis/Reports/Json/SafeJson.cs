using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Todoku.Diagnosis.Reports.Json;

/// <summary>
/// How JSON is written: Japanese as it is, and nothing that a page or a terminal could take for more than text. HTML's characters and
/// control characters are escaped by the encoder anyway; invisible and bidirectional format characters are so here.
/// </summary>
public static class SafeJson
{
    /// <summary>The encoder.</summary>
    public static JavaScriptEncoder Encoder { get; } = JavaScriptEncoder.Create(Settings());

    /// <summary>For people to read as well: indented.</summary>
    public static JsonWriterOptions Indented { get; } = new() { Indented = true, NewLine = "\n", Encoder = Encoder };

    /// <summary>On one line.</summary>
    public static JsonWriterOptions OnOneLine { get; } = new() { Encoder = Encoder };

    private static TextEncoderSettings Settings()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.All);
        settings.ForbidCharacters('\u00ad', '\u061c', '\u180e', '\ufeff');
        settings.ForbidRange(UnicodeRange.Create('\u200b', '\u200f'));
        settings.ForbidRange(UnicodeRange.Create('\u202a', '\u202e'));
        settings.ForbidRange(UnicodeRange.Create('\u2060', '\u206f'));
        return settings;
    }
}
