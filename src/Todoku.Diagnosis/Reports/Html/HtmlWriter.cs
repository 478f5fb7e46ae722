using System.Net;
using System.Text;
using Todoku.Diagnosis.Reports.Escaping;

namespace Todoku.Diagnosis.Reports.Html;

/// <summary>Writes HTML; whatever is given as text is escaped, and there is no way to write text that is not.</summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder _html = new();
    private readonly Stack<string> _open = new();

    /// <summary>Opens an element. Attribute values are escaped, too.</summary>
    public HtmlWriter Open(string tag, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        WriteTag(tag, attributes);
        _open.Push(tag);
        return this;
    }

    /// <summary>Opens an element with a class.</summary>
    public HtmlWriter Open(string tag, string cssClass) => Open(tag, ("class", cssClass));

    /// <summary>Writes an element without content.</summary>
    public HtmlWriter Void(string tag, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        WriteTag(tag, attributes);
        return this;
    }

    /// <summary>Closes the element opened last.</summary>
    public HtmlWriter Close()
    {
        _html.Append("</").Append(_open.Pop()).Append('>');
        return this;
    }

    /// <summary>Closes the element opened last and ends the line, so that the source can be read.</summary>
    public HtmlWriter CloseLine()
    {
        Close();
        _html.Append('\n');
        return this;
    }

    /// <summary>Writes text.</summary>
    public HtmlWriter Text(string text)
    {
        _html.Append(WebUtility.HtmlEncode(VisibleText.EscapeLines(text)));
        return this;
    }

    /// <summary>Writes an element that holds text alone.</summary>
    public HtmlWriter Element(string tag, string text) => Open(tag).Text(text).Close();

    /// <summary>Writes an element with a class that holds text alone.</summary>
    public HtmlWriter Element(string tag, string cssClass, string text) => Open(tag, cssClass).Text(text).Close();

    /// <summary>Writes the program's own style sheet.</summary>
    public HtmlWriter Style(string css)
    {
        _html.Append("<style>\n").Append(css).Append("</style>\n");
        return this;
    }

    /// <summary>The document.</summary>
    public override string ToString() => $"<!DOCTYPE html>\n{_html}\n";

    private void WriteTag(string tag, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _html.Append('<').Append(tag);
        foreach (var (name, value) in attributes)
            _html.Append(' ').Append(name).Append("=\"").Append(WebUtility.HtmlEncode(VisibleText.Escape(value))).Append('"');
        _html.Append('>');
    }
}
