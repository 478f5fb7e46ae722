using System.Text;
using Todoku.Mail.Messages.Parts;

namespace Todoku.Mail.Messages.Notices;

/// <summary>Recognises bounces, complaints and automatic answers, and reads what they say.</summary>
public static class NoticeReader
{
    private const int MaxValue = 4_000;
    private const int MaxFacts = 60;

    /// <summary>Reads a message.</summary>
    public static MessageNotice Read(MessageHeaders headers, PartList parts)
    {
        ArgumentNullException.ThrowIfNull(headers);
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.First("message/feedback-report") is { } complaint) return Complaint(complaint, parts);
        if ((parts.First("message/delivery-status") ?? parts.First("message/global-delivery-status")) is { } status) return Bounce(status, parts);
        if (HotmailComplaint.TryRead(headers, parts) is { } hotmail) return hotmail;
        if (TextBounce.TryRead(headers, parts) is { } bounce) return bounce;
        return IsAutomatic(headers) ? MessageNotice.None with { Kind = MessageKind.AutoReply } : MessageNotice.None;
    }

    private static MessageNotice Bounce(MessagePart status, PartList parts)
    {
        var (recipients, reporter) = (new List<FailedRecipient>(), "");
        // Fields of the message first, then a block of fields for each recipient, with empty lines between (RFC 3464, section 2.1).
        var rest = MessageLineEnds.ToCrlf(status.Text, out _);
        for (var block = 0; !rest.IsEmpty && recipients.Count < MessageNotice.MaxRecipients; block++)
        {
            while (rest.Span.StartsWith("\r\n"u8)) rest = rest[2..];
            if (rest.IsEmpty) break;
            var fields = MessageHeaders.Parse(rest);
            rest = fields.Body;
            if (Field(fields, "Reporting-MTA") is { Length: > 0 } host) reporter = WithoutType(host);
            var address = Field(fields, "Original-Recipient") is { Length: > 0 } original ? original : Field(fields, "Final-Recipient");
            var action = Field(fields, "Action").ToLowerInvariant();
            if (address.Length == 0 && action.Length == 0) continue;
            recipients.Add(new FailedRecipient(WithoutType(address), action, Field(fields, "Status").Split(' ', '(')[0], WithoutType(Field(fields, "Diagnostic-Code")),
                WithoutType(Field(fields, "Remote-MTA"))));
        }
        var kind = recipients.Any(recipient => recipient.Action == "failed") ? MessageKind.Bounce
            : recipients.Any(recipient => recipient.Action == "delayed") ? MessageKind.Delay
            : recipients.Any(recipient => recipient.Action is "delivered" or "relayed" or "expanded") ? MessageKind.Delivered
            : MessageKind.Bounce;
        if (recipients.Exists(recipient => recipient.Action != "delivered" && recipient.Diagnostic.Length == 0)) Explain(recipients, TextBounce.Explain(parts));
        var (returned, isWhole) = Returned(parts);
        return new MessageNotice(kind, reporter, recipients, [], returned, isWhole);
    }

    // Some servers put the words of the refusal into the text for people alone.
    private static void Explain(List<FailedRecipient> recipients, IReadOnlyList<FailedRecipient> explained)
    {
        for (var i = 0; i < recipients.Count; i++)
        {
            if (recipients[i].Diagnostic.Length > 0 || recipients[i].Action is "delivered" or "relayed" or "expanded") continue;
            var same = explained.FirstOrDefault(one => one.Address.Equals(recipients[i].Address, StringComparison.OrdinalIgnoreCase));
            var found = same ?? (recipients.Count == 1 && explained.Count == 1 ? explained[0] : null);
            if (found is not null) recipients[i] = recipients[i] with { Diagnostic = found.Diagnostic };
        }
    }

    private static MessageNotice Complaint(MessagePart report, PartList parts)
    {
        var fields = MessageHeaders.Parse(MessageLineEnds.ToCrlf(report.Text, out _));
        var facts = fields.Fields.Where(field => !field.IsMalformed).Take(MaxFacts).Select(field => (Encoding.ASCII.GetString(field.Name), Text(field))).ToArray();
        var (returned, isWhole) = Returned(parts);
        var reporter = Field(fields, "User-Agent") is { Length: > 0 } agent ? agent : WithoutType(Field(fields, "Reporting-MTA"));
        return new MessageNotice(MessageKind.Complaint, reporter, [], facts, returned, isWhole);
    }

    private static (ReadOnlyMemory<byte> Message, bool IsWhole) Returned(PartList parts)
    {
        if ((parts.First("message/rfc822") ?? parts.First("message/global")) is { Content.IsEmpty: false } whole) return (whole.Content, true);
        return parts.First("text/rfc822-headers") is { } headers ? (headers.Text, false) : (default, false);
    }

    // RFC 3834, section 5, and what servers wrote before it.
    private static bool IsAutomatic(MessageHeaders headers) =>
        Field(headers, "Auto-Submitted").StartsWith("auto-replied", StringComparison.OrdinalIgnoreCase)
        || headers.All("X-Autoreply"u8).Count > 0 || headers.All("X-Autorespond"u8).Count > 0
        || Field(headers, "Precedence").Equals("auto_reply", StringComparison.OrdinalIgnoreCase);

    private static string Field(MessageHeaders headers, string name)
    {
        var fields = headers.All(Encoding.ASCII.GetBytes(name));
        return fields.Count == 0 ? "" : Text(fields[0]);
    }

    private static string Text(HeaderField field)
    {
        var octets = field.Unfold().AsSpan();
        return Encoding.UTF8.GetString(octets.Length > MaxValue ? octets[..MaxValue] : octets).ReplaceLineEndings(" ").Trim();
    }

    // "rfc822; a@example.com", "dns; mx.example.com", "smtp; 550 ..."
    private static string WithoutType(string value)
    {
        var semicolon = value.IndexOf(';', StringComparison.Ordinal);
        return semicolon is > 0 and < 20 && !value[..semicolon].Contains(' ', StringComparison.Ordinal) ? value[(semicolon + 1)..].Trim() : value;
    }
}
