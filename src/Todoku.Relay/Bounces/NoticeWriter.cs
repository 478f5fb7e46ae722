using System.Security.Cryptography;
using System.Text;
using MimeKit.Utils;
using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Mail.Messages;
using Todoku.Relay.Bounces.Notices;
using Todoku.Relay.Bounces.Texts;
using Todoku.Relay.Delivery.Reports;
using Todoku.Relay.Queue;

namespace Todoku.Relay.Bounces;

/// <summary>
/// Writes notices as multipart/report (RFC 6522): a text for people in the sender's language, a report for programs (RFC 3464, RFC 6533), and the message or its
/// header. They come from the null sender, so that none is ever answered by another, and say that a machine wrote them (RFC 3834).
/// </summary>
/// <param name="knowledge">What causes mean.</param>
/// <param name="options">How notices are written.</param>
/// <param name="time">The time of a notice, and the zone in which people read times.</param>
/// <param name="laneOf">The lane of a notice, by the address that it goes to.</param>
public sealed class NoticeWriter(KnowledgeBase knowledge, NoticeOptions options, TimeProvider time, Func<string, LaneKey> laneOf) : INoticeWriter
{
    /// <summary>What a notice says of who handed it in.</summary>
    public const string Submitter = "notices";

    private const int LongestHeader = 128 << 10;
    private const int LongestAddress = 320;
    private const int LongestMessageId = 250;

    /// <inheritdoc/>
    public int LengthWanted(NoticeKind kind, StoredMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return (int)Math.Min(ReturnedPart.LengthOf(message.Envelope), Math.Max(LongestHeader, ReturnedPart.IsWholeWanted(kind, message.Envelope, options) ? options.ReturnedSize : 0));
    }

    /// <inheritdoc/>
    public NewMessage? Write(NoticeKind kind, StoredMessage message, IReadOnlyList<AttemptReport> reports, ReadOnlyMemory<byte> original)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(reports);
        var envelope = message.Envelope;
        var about = NoticeAudience.About(kind, envelope, reports);
        if (about.Count == 0) return null;
        var address = NoticeAudience.AddressOf(kind, envelope, options, out var isDouble);
        // An address that can't stand in a field is none that mail can go to.
        if (address.Length is 0 or > LongestAddress || SafeText.OneLine(address, LongestAddress) != address) return null;

        var header = MessageHeaders.Parse(ReturnedPart.HeaderOf(original));
        var language = NoticeLanguage.Of(header, options.Language);
        var text = new NoticeText(knowledge, language, options, time.LocalTimeZone).Write(kind, message, about, header, isDouble);
        NoticePart[] parts =
        [
            NoticePart.OfText($"text/plain; charset={(Ascii.IsValid(text) ? "us-ascii" : "utf-8")}", "Notice", text),
            StatusPart.Of(kind, message, about, options),
            ReturnedPart.Of(kind, envelope, original, options),
        ];
        var needs = NeedsOf(address, parts);
        var content = Assemble(HeaderOf(kind, message, about, header, address, NoticeTexts.Of(language)), parts);
        return new NewMessage(EnvelopeOf(address, content.Length, needs), [laneOf(address)], content);
    }

    private static ContentNeeds NeedsOf(string address, NoticePart[] parts)
    {
        if (!Ascii.IsValid(address)) return ContentNeeds.Utf8 | ContentNeeds.EightBit;
        return parts.Any(part => part.IsEightBit) ? ContentNeeds.EightBit : ContentNeeds.None;
    }

    private QueuedEnvelope EnvelopeOf(string address, int length, ContentNeeds needs) => new()
    {
        Sender = "",
        SubmitterKind = SubmitterKind.Server,
        Submitter = Submitter,
        AcceptedAt = time.GetUtcNow(),
        Size = length,
        AuthorDomain = options.HostName,
        Needs = needs,
        Recipients = [new QueuedRecipient(address) { Notify = DsnNotify.Never }],
    };

    private FieldWriter HeaderOf(NoticeKind kind, StoredMessage message, List<NoticeRecipient> about, MessageHeaders original, string address, NoticeTexts texts)
    {
        var subject = texts.Subject(kind, SafeText.OneLine(about[0].Recipient.Address, LongestAddress), about.Count - 1);
        var fields = new FieldWriter()
            .Field("Date", MailDate.Of(TimeZoneInfo.ConvertTime(time.GetUtcNow(), time.LocalTimeZone)))
            .Field("From", $"Mail Delivery System <MAILER-DAEMON@{options.HostName}>")
            .Field("To", $"<{address}>");
        fields.Field("Subject", Ascii.IsValid(subject) ? subject : Encoding.ASCII.GetString(Rfc2047.EncodeText(Encoding.UTF8, subject)));
        fields.Field("Message-ID", $"<{message.Id}.{(int)kind}.{about[0].Report.Entry.Recipient + 1}.{time.GetUtcNow().ToUnixTimeMilliseconds()}@{options.HostName}>");
        if (MessageIdOf(original) is { } id) fields.Field("In-Reply-To", id).Field("References", id);
        return fields.Field("Auto-Submitted", "auto-replied").Field("Content-Language", texts.Tag).Field("MIME-Version", "1.0");
    }

    private static string? MessageIdOf(MessageHeaders original)
    {
        var fields = original.All("Message-ID"u8);
        if (fields.Count == 0) return null;
        var id = fields[0].Unfold();
        return id.Length is > 2 and <= LongestMessageId && id[0] == '<' && id[^1] == '>' && !id.AsSpan().ContainsAnyExceptInRange((byte)'!', (byte)'~') ? Encoding.ASCII.GetString(id) : null;
    }

    // The boundary hangs on all that lies between boundaries: nobody can put it into a part.
    private static byte[] Assemble(FieldWriter header, NoticePart[] parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts) hash.AppendData(part.Content.Span);
        var boundary = $"=_{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16))}";
        header.Folded("Content-Type", $"multipart/report; report-type=delivery-status;\r\n boundary=\"{boundary}\"");
        if (parts.Any(part => part.IsEightBit)) header.Field("Content-Transfer-Encoding", "8bit");
        header.EmptyLine();

        using var message = new MemoryStream();
        message.Write(Encoding.UTF8.GetBytes(header.ToString()));
        foreach (var part in parts)
        {
            var fields = new FieldWriter().Field("Content-Type", part.Type).Field("Content-Description", part.Description);
            if (part.Encoding != "7bit") fields.Field("Content-Transfer-Encoding", part.Encoding);
            message.Write(Encoding.ASCII.GetBytes($"--{boundary}\r\n{fields.EmptyLine()}"));
            message.Write(part.Content.Span);
            message.Write("\r\n"u8);
        }
        message.Write(Encoding.ASCII.GetBytes($"--{boundary}--\r\n"));
        return message.ToArray();
    }
}
