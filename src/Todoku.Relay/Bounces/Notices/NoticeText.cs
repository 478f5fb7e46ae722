using System.Text;
using Todoku.Knowledge;
using Todoku.Mail.Messages;
using Todoku.Relay.Bounces.Texts;
using Todoku.Relay.Delivery.Reports;
using Todoku.Relay.Queue;
using Todoku.Relay.Queue.Outcomes;
using Todoku.Relay.Queue.Retry;

namespace Todoku.Relay.Bounces.Notices;

/// <summary>Writes the part that people read: what happened, to whom, the server's own words, what they mean, and what to do.</summary>
internal sealed class NoticeText(KnowledgeBase knowledge, Language language, NoticeOptions options, TimeZoneInfo zone)
{
    private const int LongestSubject = 200;
    private const int LongestAddress = 600;
    private const string Indent = "    ";
    private const string DeepIndent = "        ";

    // So that a message to thousands whose domain is gone makes a notice that can be read; the delivery report has them all.
    private const int MaxAddresses = 200;

    private readonly NoticeTexts _texts = NoticeTexts.Of(language);
    private readonly StringBuilder _text = new();

    /// <summary>The text; lines end in CRLF.</summary>
    public string Write(NoticeKind kind, StoredMessage message, IReadOnlyList<NoticeRecipient> about, MessageHeaders original, bool isDouble)
    {
        var envelope = message.Envelope;
        Paragraph(_texts.Writer(options.HostName));
        if (isDouble) Paragraph(_texts.DoubleBounce);
        Paragraph(_texts.Opening(kind));
        if (kind == NoticeKind.Delay) Paragraph(_texts.Until(TimeOf(envelope.AcceptedAt + about.Min(recipient => RetryPolicy.ScheduleOf(recipient.Report.Decision.Cause).GiveUpAge))));
        var subject = SafeText.OneLine(FieldText.Of(original, "Subject"u8), LongestSubject);
        if (subject.Length > 0) _text.Append(TextWrap.Wrap(_texts.MessageSubject(subject), Indent));
        Paragraph(_texts.MessageTime(TimeOf(envelope.AcceptedAt)), Indent);
        foreach (var group in about.GroupBy(recipient => (recipient.Report.Decision.Cause, recipient.Report.Decision.Reply, recipient.Report.RelayHost))) WriteGroup(kind, [.. group]);
        Paragraph(_texts.Closing(Postmaster, message.Id.ToString()));
        return _text.ToString(0, _text.Length - 2);
    }

    private string Postmaster => SafeText.OneLine(options.Postmaster ?? $"postmaster@{options.HostName}", LongestAddress);

    private void WriteGroup(NoticeKind kind, IReadOnlyList<NoticeRecipient> group)
    {
        foreach (var recipient in group.Take(MaxAddresses)) _text.Append($"<{SafeText.OneLine(recipient.Recipient.Address, LongestAddress)}>\r\n");
        if (group.Count > MaxAddresses) _text.Append($"(+{group.Count - MaxAddresses})\r\n");
        _text.Append("\r\n");
        var report = group[0].Report;
        var decision = report.Decision;
        var article = kind == NoticeKind.Success || decision.Cause == Cause.Expired ? null : knowledge.FindArticle(decision.Cause.Id, language);
        if (article is not null) Paragraph(article.Title, Indent);
        if (decision.Reply.Length > 0)
        {
            _text.Append(TextWrap.Wrap(decision.IsRemote ? _texts.ServerSaid(SafeText.OneLine(report.RelayHost, LongestAddress)) : _texts.WeSay, Indent));
            Paragraph(SafeText.OneLine(decision.Reply, AttemptResult.MaxReplyLength), DeepIndent);
        }
        if (article is not null) Paragraph(Filled(article.Means, report), Indent);
        if (kind == NoticeKind.Success) return;
        _text.Append(TextWrap.Wrap(_texts.WhatToDo, Indent));
        Paragraph(kind == NoticeKind.Delay ? _texts.AdviceWhileTried : _texts.Advice(NoticeAdvices.Of(decision.Cause), Postmaster), Indent);
    }

    private void Paragraph(string text, string indent = "") => _text.Append(TextWrap.Wrap(text, indent)).Append("\r\n");

    // The general articles only ask for our address; what a stranger said is never put into a sentence of ours.
    private string Filled(string text, AttemptReport report) =>
        text.Replace("{ip}", report.LocalAddress?.ToString() ?? _texts.OurAddress, StringComparison.Ordinal)
            .Replace("{provider}", SafeText.OneLine(report.Provider, LongestAddress), StringComparison.Ordinal);

    private string TimeOf(DateTimeOffset time) => _texts.TimeOf(TimeZoneInfo.ConvertTime(time, zone));
}
