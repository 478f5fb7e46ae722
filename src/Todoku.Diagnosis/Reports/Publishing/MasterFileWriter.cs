using System.Text;
using Todoku.Diagnosis.Checks.Publishing;
using Todoku.Diagnosis.Reports.Escaping;
using Todoku.Diagnosis.Reports.Texts;
using Todoku.Mail;

namespace Todoku.Diagnosis.Reports.Publishing;

/// <summary>
/// Writes a plan as lines of a master file (RFC 1035, section 5), as BIND, NSD and most other servers read them: each record under the zone that it belongs
/// to, the record that it replaces before it as a comment.
/// </summary>
public static class MasterFileWriter
{
    /// <summary>Writes it.</summary>
    public static string Write(PublicationPlan plan, PublishingTexts texts)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(texts);
        var text = new StringBuilder();
        var zones = plan.Changes.Select(change => change.Zone).Prepend(plan.Zone).Distinct();
        foreach (var zone in zones)
        {
            PublicationChange[] changes = [.. plan.Changes.Where(change => change.Zone.Equals(zone))];
            if (changes.Length == 0) continue;
            if (text.Length > 0) text.Append('\n');
            WriteZone(text, zone, zone.Equals(plan.Zone) ? texts.OwnZone(zone.ToString()) : texts.OtherZone(zone.ToString()), changes, texts);
        }
        var hasRecords = text.Length > 0;
        foreach (var (at, (remark, command)) in KeyCommand.RemarksOn(plan, texts).Index())
        {
            if (hasRecords && at == 0) text.Append('\n');
            Comment(text, remark);
            Comment(text, $"  {command}");
        }
        return text.ToString();
    }

    private static void WriteZone(StringBuilder text, DomainName zone, string head, PublicationChange[] changes, PublishingTexts texts)
    {
        Comment(text, head);
        text.Append("$ORIGIN ").Append(zone).Append(".\n");
        foreach (var change in changes)
        {
            var owner = OwnerIn(zone, change.Record.Name);
            Comment(text, change.Replaced.Count > 0 ? texts.Replaces : texts.New);
            foreach (var old in change.Replaced) Comment(text, $"  {owner} IN {change.Record.Type} {old}");
            if (change.Lookups > Authentication.Spf.SpfLimits.Lookups) Comment(text, texts.OverLookups(change.Lookups));
            if (change.IgnoredTerms.Count > 0) Comment(text, texts.IgnoredTerms(string.Join(' ', change.IgnoredTerms)));
            var line = change.Record.ToMasterFileLine();
            text.Append(owner).Append(line, change.Record.Name.ToString().Length + 1, line.Length - change.Record.Name.ToString().Length - 1).Append('\n');
        }
    }

    private static string OwnerIn(DomainName zone, DomainName name) => name.Equals(zone) ? "@" : name.ToString()[..^(zone.ToString().Length + 1)];

    // A line break in it would end the comment.
    private static void Comment(StringBuilder text, string comment) => text.Append("; ").Append(VisibleText.Escape(comment)).Append('\n');
}
