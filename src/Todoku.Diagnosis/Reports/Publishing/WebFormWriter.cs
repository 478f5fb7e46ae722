using System.Globalization;
using System.Text;
using Todoku.Diagnosis.Checks.Publishing;
using Todoku.Diagnosis.Reports.Escaping;
using Todoku.Diagnosis.Reports.Texts;

namespace Todoku.Diagnosis.Reports.Publishing;

/// <summary>Writes a plan for the forms of DNS companies: name, type and value in a line each, the value in one piece and without quotation marks.</summary>
public static class WebFormWriter
{
    // RFC 1035, section 3.3.
    private const int MaxString = 255;

    /// <summary>Writes it.</summary>
    public static string Write(PublicationPlan plan, PublishingTexts texts)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(texts);
        var text = new StringBuilder();
        foreach (var change in plan.Changes)
        {
            if (text.Length > 0) text.Append('\n');
            var record = change.Record;
            Line(texts.Name, record.Name.ToString());
            Line(texts.Type, record.Type.ToString());
            Line(texts.Value, record.Value);
            if (record.Value.Length > MaxString) Line(texts.Length, texts.OverOneString(record.Value.Length.ToString(CultureInfo.InvariantCulture)));
            foreach (var old in change.Replaced) Line(texts.InsteadOf, old);
            if (change.Lookups > Authentication.Spf.SpfLimits.Lookups) Line(texts.Note, texts.OverLookups(change.Lookups));
            if (change.IgnoredTerms.Count > 0) Line(texts.Note, texts.IgnoredTerms(string.Join(' ', change.IgnoredTerms)));
            if (!change.Zone.Equals(plan.Zone)) Line(texts.Note, texts.OtherZone(change.Zone.ToString()));
        }
        return text.ToString();

        void Line(string label, string value) => text.Append(label).Append(": ").Append(VisibleText.Escape(value)).Append('\n');
    }
}
