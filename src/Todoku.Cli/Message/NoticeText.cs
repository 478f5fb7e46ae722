using Todoku.Cli.Explain;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Mail.Messages.Notices;
using Todoku.Diagnosis.Reports;
using Todoku.Diagnosis.Reports.Text;

namespace Todoku.Cli.Message;

/// <summary>Explains a bounce for a person: who did not get it, who refused, and what the words mean.</summary>
internal sealed class NoticeText(CliConsole console, CliTexts texts, ReportLayout layout)
{
    private const int MaxReplies = 3;
    private const int MaxRecipients = 5;

    /// <summary>Writes it; nothing for other messages.</summary>
    public void Write(MessageExamination examination)
    {
        var notice = examination.Message.Notice;
        if (notice.Kind is not (MessageKind.Bounce or MessageKind.Delay) || examination.Failures.Count == 0) return;
        // Recipients that were refused with the same meaning are told once.
        var groups = examination.Failures.GroupBy(failure => (failure.Explanation?.Reading.RuleId, failure.Recipient.RemoteHost)).ToArray();
        foreach (var group in groups.Take(layout.Verbose ? groups.Length : MaxReplies))
        {
            var (recipient, explanation) = group.First();
            var canvas = new TextCanvas(layout);
            canvas.Paragraph(texts.Message.Refused(Names(group), recipient.RemoteHost.Length > 0 ? recipient.RemoteHost : notice.Reporter, recipient.Status), 0, Ink.Strong);
            console.Write(canvas.ToString());
            if (explanation is not null) console.Write(new ExplanationText(texts, layout).Write(explanation));
            console.Write("\n");
        }
    }

    private string Names(IEnumerable<(FailedRecipient Recipient, Explanation? Explanation)> group)
    {
        var names = group.Select(failure => failure.Recipient.Address).Where(address => address.Length > 0).Distinct().ToArray();
        return names.Length == 0 ? texts.Message.NotKnown : string.Join(", ", names.Take(MaxRecipients)) + (names.Length > MaxRecipients ? $" (+{names.Length - MaxRecipients})" : "");
    }
}
