using System.Text;
using Todoku.Diagnosis.Reports.Escaping;

namespace Todoku.Diagnosis.Reports.Text;

/// <summary>Where a text report is written. All text goes through here and is escaped here; colours are added after that.</summary>
public sealed class TextCanvas(ReportLayout layout)
{
    private readonly StringBuilder _text = new();

    /// <summary>Usable width in columns.</summary>
    public int Width => layout.Width;

    /// <summary>Whether little fits on a line: what would be cut is wrapped, and tables take two lines a row.</summary>
    public bool IsNarrow => Width < ReportLayout.NarrowBelow;

    /// <summary>Whether all is shown.</summary>
    public bool Verbose => layout.Verbose;

    /// <summary>Lines ended so far.</summary>
    public int LineCount { get; private set; }

    /// <summary>Writes a piece of a line.</summary>
    public TextCanvas Write(string text, Ink ink = Ink.Plain)
    {
        text = VisibleText.Escape(text);
        if (!layout.UseColour || ink == Ink.Plain) _text.Append(text);
        else _text.Append("\e[").Append(CodeOf(ink)).Append('m').Append(text).Append("\e[0m");
        return this;
    }

    /// <summary>Ends the line.</summary>
    public void EndLine()
    {
        while (_text.Length > 0 && _text[^1] == ' ') _text.Length--;
        _text.Append('\n');
        LineCount++;
    }

    /// <summary>Writes a whole line, cut to the width; over two lines where there is little of it.</summary>
    public void Line(string text, Ink ink = Ink.Plain, int indent = 0)
    {
        if (IsNarrow) Paragraph(text, indent, ink, maxLines: 2);
        else WriteLine(text, ink, indent);
    }

    private void WriteLine(string text, Ink ink, int indent)
    {
        Write(Columns.Spaces(indent)).Write(Columns.Cut(VisibleText.Escape(text), Width - indent), ink).EndLine();
    }

    /// <summary>Writes text over several lines.</summary>
    /// <param name="text">The text; its own line breaks are kept.</param>
    /// <param name="indent">Columns before each line.</param>
    /// <param name="ink">How.</param>
    /// <param name="maxLines">Lines for each line of the text; the last one is cut.</param>
    public void Paragraph(string text, int indent, Ink ink = Ink.Plain, int maxLines = int.MaxValue)
    {
        foreach (var part in text.Split('\n'))
            foreach (var line in LineWrap.Lines(VisibleText.Escape(part), Width - indent, maxLines)) WriteLine(line, ink, indent);
    }

    /// <summary>Writes a title after a mark that stands alone in front, cut to the width; over up to three lines where there is little of it.</summary>
    /// <param name="mark">The mark with what parts it from the title.</param>
    /// <param name="markInk">How the mark is written.</param>
    /// <param name="title">The title.</param>
    /// <param name="ink">How the title is written.</param>
    public void Title(string mark, Ink markInk, string title, Ink ink)
    {
        var indent = Columns.Of(mark);
        var text = VisibleText.Escape(title);
        IReadOnlyList<string> lines = IsNarrow ? LineWrap.Lines(text, Width - indent, 3) : [Columns.Cut(text, Width - indent)];
        foreach (var (at, line) in lines.Index()) Write(at == 0 ? mark : Columns.Spaces(indent), markInk).Write(line, ink).EndLine();
    }

    /// <summary>Writes an empty line.</summary>
    public void Gap() => EndLine();

    /// <summary>Writes the title of a section after an empty line.</summary>
    public void Section(string title)
    {
        Gap();
        Line(title, Ink.Strong);
    }

    /// <summary>All that was written.</summary>
    public override string ToString() => _text.ToString();

    private static string CodeOf(Ink ink) => ink switch
    {
        Ink.Plain => "0",
        Ink.Strong => "1",
        Ink.Faint => "2",
        Ink.Bad => "1;31",
        Ink.Doubtful => "33",
        Ink.Good => "32",
        Ink.Marker => "36",
        Ink.Code => "36",
    };
}
