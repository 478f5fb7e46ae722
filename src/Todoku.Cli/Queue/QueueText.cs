using System.Globalization;
using System.Text;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports.Escaping;
using Todoku.Web.Control.Contract;

namespace Todoku.Cli.Queue;

/// <summary>Lists of the queue and single messages, for people.</summary>
internal sealed class QueueText(CliTexts texts, TimeProvider time)
{
    private const int ShownReply = 300;

    /// <summary>A list.</summary>
    public string List(QueueListAnswer answer, int limit)
    {
        if (answer.Entries.Count == 0) return $"{texts.Queue.Nothing}\n";
        var text = new StringBuilder();
        foreach (var entry in answer.Entries) Add(text, entry);
        if (answer.Next is not null) text.Append(texts.Queue.More(limit)).Append('\n');
        return text.ToString();
    }

    /// <summary>A message.</summary>
    public string Message(MessageAnswer message)
    {
        var words = texts.Queue;
        var text = new StringBuilder();
        Field(text, words.IdName, message.Id);
        Field(text, words.SenderName, SenderOf(message.Sender));
        if (message.OriginalSender is { } original) Field(text, words.OriginalSenderName, SenderOf(original));
        if (message.AuthorDomain is { } author) Field(text, words.AuthorName, author);
        Field(text, words.SubmitterName, $"{message.Submitter} ({message.SubmitterKind})");
        Field(text, words.AcceptedName, $"{Ages.Of(message.AcceptedAt, time)} ({words.Ago(Ages.Of(time.GetUtcNow() - message.AcceptedAt))})");
        Field(text, words.SizeName, string.Create(CultureInfo.InvariantCulture, $"{message.Size}"));
        Field(text, words.SignedName, message.SigningDomains.Count == 0 ? words.NotSigned : string.Join(", ", message.SigningDomains));
        if (message.Bulk) Field(text, words.BulkName, words.Yes);
        Field(text, words.RecipientsName, words.StillQueued(message.Entries.Count, message.Recipients));
        text.Append('\n');
        foreach (var entry in message.Entries) Add(text, entry);
        return text.ToString();
    }

    /// <summary>One entry, in two or three lines.</summary>
    public void Add(StringBuilder text, QueueLine entry)
    {
        var words = texts.Queue;
        text.Append(CultureInfo.InvariantCulture, $"{entry.Id,-9} {words.StateName(entry.State)}  {Ages.Of(time.GetUtcNow() - entry.AcceptedAt),4}  ");
        text.Append(VisibleText.Escape(SenderOf(entry.Sender))).Append(" -> ").Append(VisibleText.Escape(entry.Recipient)).Append('\n');
        text.Append("          ").Append(VisibleText.Escape(LaneName(entry.Lane))).Append(words.Attempts(entry.Attempts));
        if (entry.State == "waiting") text.Append(words.Next(entry.Due <= time.GetUtcNow() ? null : Ages.Of(entry.Due - time.GetUtcNow())));
        if (entry.PossiblyTwice) text.Append(words.PossiblyTwice);
        text.Append('\n');
        if (entry.Last is { } last) text.Append("          ").Append(last.Cause).Append(": ").Append(Reply(last.Reply)).Append('\n');
    }

    /// <summary>A reply on one line.</summary>
    public static string Reply(string reply)
    {
        var line = VisibleText.Escape(reply.Replace("\r\n", " ", StringComparison.Ordinal).Replace('\n', ' '));
        return line.Length <= ShownReply ? line : line[..ShownReply] + "...";
    }

    /// <summary>A lane as people call it.</summary>
    public static string LaneName(string lane) => lane.StartsWith("provider:", StringComparison.Ordinal) || lane.StartsWith("domain:", StringComparison.Ordinal)
        ? lane[(lane.IndexOf(':', StringComparison.Ordinal) + 1)..]
        : lane;

    private static string SenderOf(string sender) => sender.Length == 0 ? "<>" : sender;

    private static void Field(StringBuilder text, string name, string value) => text.Append(name).Append(VisibleText.Escape(value)).Append('\n');
}
