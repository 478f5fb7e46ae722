using System.Net;
using System.Net.Sockets;
using Todoku.Authentication.Spf;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports.Text;

namespace Todoku.Cli.Spf;

/// <summary>What to do about a result, with the record to publish where there is one.</summary>
internal sealed class SpfAdviceText(TextCanvas canvas, CliTexts texts)
{
    private const int Indent = 2;
    private const string Version = "v=spf1";

    private readonly SpfTexts _texts = texts.Spf;

    /// <summary>Writes the section; nothing where nothing is to be done.</summary>
    public void Write(SpfRequest request, SpfResult result, SpfLookupNode? costs)
    {
        if (result.Verdict == SpfVerdict.Pass && result.Reason is not SpfReason.Matched { Term: SpfTerm.All }) return;
        canvas.Section(_texts.ToDo);
        switch (result.Reason)
        {
            case SpfReason.Matched open when result.Verdict == SpfVerdict.Pass:
                canvas.Paragraph(_texts.OpenToAll(open.Domain), Indent);
                break;
            case SpfReason.Matched or SpfReason.NoMatch:
                WriteAllow(request, result);
                break;
            case SpfReason.NoRecord none:
                canvas.Paragraph(_texts.Publish(none.Domain), Indent);
                canvas.Paragraph($"{Version} {TermFor(request.Ip)} ~all", Indent * 2, Ink.Code);
                break;
            case SpfReason.MalformedDomain:
                canvas.Paragraph(_texts.FixIdentity, Indent);
                break;
            case SpfReason.SeveralRecords several:
                canvas.Paragraph(_texts.KeepOne(several.Domain), Indent);
                break;
            case SpfReason.SyntaxErrors wrong:
                WriteErrors(wrong);
                break;
            case SpfReason.TooManyLookups:
                if (costs is not null) WriteCosts(costs);
                break;
            case SpfReason.TooManyVoidLookups:
                canvas.Paragraph(_texts.RemoveEmpty, Indent);
                break;
            case SpfReason.TooManyMailExchangers many:
                canvas.Paragraph(_texts.ReduceExchangers(many.Name), Indent);
                break;
            case SpfReason.TargetWithoutRecord target:
                canvas.Paragraph(_texts.CorrectTarget(target.Term.Text, target.Domain), Indent);
                break;
            case SpfReason.DnsFailed failed:
                canvas.Paragraph(_texts.TryAgain(failed.Name), Indent);
                break;
            case SpfReason.TimeIsUp late:
                canvas.Paragraph(_texts.TryAgain(late.Domain), Indent);
                break;
        }
    }

    // The address goes first, so that no term before it can refuse it. In which record: in that of the domain itself, which its owner can change.
    private void WriteAllow(SpfRequest request, SpfResult result)
    {
        if (result.Steps.FirstOrDefault(step => step.Outcome == SpfStepOutcome.RecordRead) is not { Evidence: SpfEvidence.Record record } own) return;
        var ip = request.Ip.IsIPv4MappedToIPv6 ? request.Ip.MapToIPv4() : request.Ip;
        canvas.Paragraph(_texts.Allow(ip.ToString(), own.Domain), Indent);
        canvas.Paragraph($"{Version} {TermFor(ip)}{record.Value.Text[Version.Length..]}", Indent * 2, Ink.Code);
        canvas.Paragraph(_texts.NotYours, Indent);
    }

    private void WriteErrors(SpfReason.SyntaxErrors wrong)
    {
        canvas.Paragraph(_texts.Correct(wrong.Domain), Indent);
        canvas.Paragraph(wrong.Record.Text, Indent * 2, Ink.Code, maxLines: 8);
        foreach (var error in wrong.Record.Errors)
        {
            canvas.Paragraph(texts.SpfReason.Error(error.Term, error.Offset, texts.SpfReason.Of(error.Problem)), Indent * 2, Ink.Plain, maxLines: 6);
            if (error.Suggestion.Length > 0) canvas.Paragraph(_texts.Meant(error.Suggestion), Indent * 3, Ink.Code);
        }
    }

    // What an include costs is itself and all behind it.
    private void WriteCosts(SpfLookupNode costs)
    {
        canvas.Paragraph(_texts.Reduce(costs.Domain, costs.Lookups), Indent);
        foreach (var term in costs.Terms)
        {
            var behind = costs.Children.FirstOrDefault(child => child.Term == term)?.Lookups ?? 0;
            canvas.Line(_texts.Cost(term.Text, 1 + behind), indent: Indent * 2);
        }
    }

    private static string TermFor(IPAddress ip) =>
        ip.AddressFamily == AddressFamily.InterNetwork || ip.IsIPv4MappedToIPv6 ? $"ip4:{ip.MapToIPv4()}" : $"ip6:{ip}";
}
