using System.Text;
using Todoku.Mail.Messages.Parts;

namespace Todoku.Mail.Messages.Notices;

/// <summary>Reads complaints of outlook.com and hotmail.com (Junk Mail Reporting Program): the message itself, attached, without a report in the form of RFC 5965.</summary>
internal static class HotmailComplaint
{
    private const string Author = "staff@hotmail.com";
    private const string SubjectStart = "complaint about message from ";
    private const int MaxValue = 400;

    /// <summary>Reads one; null when the message is none.</summary>
    public static MessageNotice? TryRead(MessageHeaders headers, PartList parts)
    {
        if (!Text(headers, "From"u8).Contains(Author, StringComparison.OrdinalIgnoreCase)) return null;
        var subject = Text(headers, "Subject"u8).Trim();
        if (!subject.StartsWith(SubjectStart, StringComparison.OrdinalIgnoreCase) || parts.First("message/rfc822") is not { } message) return null;
        var recipient = Text(MessageHeaders.Parse(MessageLineEnds.ToCrlf(message.Content, out _)), "X-HmXmrOriginalRecipient"u8).Trim();
        List<(string Name, string Value)> facts = [("Feedback-Type", "abuse"), ("Source-IP", subject[SubjectStart.Length..])];
        if (recipient.Length > 0) facts.Add(("Original-Rcpt-To", recipient));
        return new MessageNotice(MessageKind.Complaint, "outlook.com", [], facts, message.Content, true);
    }

    private static string Text(MessageHeaders headers, ReadOnlySpan<byte> name)
    {
        var fields = headers.All(name);
        if (fields.Count == 0) return "";
        var octets = fields[0].Unfold();
        return Encoding.UTF8.GetString(octets.AsSpan(0, Math.Min(octets.Length, MaxValue)));
    }
}
