using System.Text;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports.Escaping;
using Todoku.Web.Control.Contract;

namespace Todoku.Cli.Queue;

/// <summary>Why a message is still queued, for people.</summary>
internal sealed class WhyText(CliTexts texts, TimeProvider time, bool isRunning)
{
    /// <summary>The answer.</summary>
    public string Of(WhyAnswer answer)
    {
        var text = new StringBuilder();
        var lines = new QueueText(texts, time);
        foreach (var one in answer.Entries)
        {
            lines.Add(text, one.Entry);
            if (!isRunning && one.Entry.State == "waiting") text.Append("  * ").Append(texts.Queue.NobodySends).Append('\n');
            foreach (var reason in one.Reasons) Add(text, reason);
            foreach (var path in one.Paths.Where(path => one.Reasons.All(reason => reason.Path != path.Path)))
                text.Append("    ").Append(VisibleText.Escape(texts.Queue.PathStands(path))).Append('\n');
            foreach (var limit in one.Limits) text.Append("    ").Append(VisibleText.Escape(texts.Queue.LimitStands(limit))).Append('\n');
            if (one.Entry.State != "held") text.Append("    ").Append(texts.Queue.GivenUp(Ages.Of(one.GivenUpAt, time))).Append('\n');
        }
        return text.ToString();
    }

    private void Add(StringBuilder text, WhyReason reason)
    {
        var until = reason.Until is { } moment ? Ages.Of(moment, time) : null;
        text.Append("  * ").Append(VisibleText.Escape(texts.Queue.Reason(reason, until))).Append('\n');
        if (reason.Reply is { } reply) text.Append("      ").Append(QueueText.Reply(reply)).Append('\n');
    }
}
