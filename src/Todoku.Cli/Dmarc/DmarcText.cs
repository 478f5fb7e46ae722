using Todoku.Authentication.Dmarc;
using Todoku.Authentication.Dmarc.Discovery;
using Todoku.Authentication.Dmarc.Records;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports.Text;
using Todoku.Mail.Internationalized;

namespace Todoku.Cli.Dmarc;

/// <summary>A result of DMARC for a person: the verdict and why, then every step that led there.</summary>
internal sealed class DmarcText(TextCanvas canvas, CliTexts texts)
{
    private const int Indent = 2;

    private readonly DmarcTexts _texts = texts.Dmarc;
    private readonly HashSet<string> _shown = [];

    /// <summary>Writes a result.</summary>
    public void Write(DmarcResult result)
    {
        canvas.Paragraph(ReadableNames.In(_texts.Headline(result)), 0, InkOf(result.Verdict));
        canvas.Paragraph(_texts.Reason(result), Indent);
        if (_texts.Author(result.Author) is { Length: > 0 } author) canvas.Paragraph(author, Indent);
        if (result.Discovery is not { } discovery) return;
        canvas.Section(_texts.RecordSection);
        WriteQueries(discovery.Queries, Indent);
        canvas.Paragraph(ReadableNames.In(_texts.Organization(discovery.Organization)), Indent);
        if (result.Alignments.Count > 0)
        {
            canvas.Section(_texts.AlignmentSection);
            foreach (var alignment in result.Alignments) Write(alignment, result);
        }
        if (result.Policy is { } policy)
        {
            canvas.Section(_texts.PolicySection);
            canvas.Paragraph(_texts.Policy(policy, discovery), Indent);
        }
        if (discovery.Record is { Problems: { Count: > 0 } problems })
        {
            canvas.Section(_texts.ProblemsSection);
            foreach (var problem in problems) canvas.Paragraph(texts.DmarcRecord.Problem(problem), Indent, problem.IsError ? Ink.Bad : Ink.Plain);
        }
    }

    /// <summary>Writes an organisational domain.</summary>
    public void Write(OrganizationLookup lookup)
    {
        canvas.Line(lookup.IsPublicSuffix || lookup.Domain is null ? "-" : lookup.Domain.ToString());
        canvas.Paragraph(ReadableNames.In(_texts.Organization(lookup)), Indent);
        if (lookup.Queries.Count == 0) return;
        canvas.Section(_texts.RecordSection);
        WriteQueries(lookup.Queries, Indent);
    }

    private void WriteQueries(IReadOnlyList<DmarcQuery> queries, int indent)
    {
        foreach (var query in queries)
        {
            if (!_shown.Add(query.Name))
            {
                canvas.Line(_texts.AsAbove(query.Name), Ink.Faint, indent);
                continue;
            }
            canvas.Line(query.Name, Ink.Marker, indent);
            foreach (var text in TextsOf(query.Finding)) canvas.Paragraph(text, indent + Indent, Ink.Code);
            if (_texts.Finding(query.Finding, texts.Dns) is { Length: > 0 } finding) canvas.Paragraph(finding, indent + Indent, InkOf(query.Finding));
        }
    }

    private void Write(IdentifierAlignment alignment, DmarcResult result)
    {
        var identifier = alignment.Identifier;
        var method = identifier.Mechanism == AuthenticationMechanism.Spf ? "SPF" : "DKIM";
        canvas.Line($"{method} {identifier.Result} {identifier.Domain}", Ink.Marker, Indent);
        canvas.Paragraph(_texts.Alignment(alignment, result), Indent * 2, alignment.IsAligned ? Ink.Good : Ink.Plain);
        if (alignment.Organization is not { } organization) return;
        canvas.Paragraph(ReadableNames.In(_texts.Organization(organization)), Indent * 2);
        WriteQueries(organization.Queries, Indent * 2);
    }

    private static IReadOnlyList<string> TextsOf(DmarcFinding finding) => finding switch
    {
        DmarcFinding.Record record => [record.Value.Text],
        DmarcFinding.Several several => several.Texts,
        DmarcFinding.Absent absent => absent.OtherTexts,
        _ => [],
    };

    private static Ink InkOf(DmarcFinding finding) => finding switch
    {
        DmarcFinding.Failed or DmarcFinding.Several => Ink.Bad,
        DmarcFinding.Record { Value.Standing: not DmarcStanding.Usable } => Ink.Bad,
        _ => Ink.Faint,
    };

    private static Ink InkOf(DmarcVerdict verdict) => verdict switch
    {
        DmarcVerdict.Pass => Ink.Good,
        DmarcVerdict.Fail => Ink.Bad,
        _ => Ink.Doubtful,
    };
}
