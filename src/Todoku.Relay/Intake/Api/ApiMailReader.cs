using System.Text;
using MimeKit;
using Todoku.Smtp.Envelopes;

namespace Todoku.Relay.Intake.Api;

/// <summary>Checks what a program describes and writes the message of it. No value can become a header field of its own: what ends a line is refused, everywhere.</summary>
/// <param name="limits">The limits.</param>
internal sealed class ApiMailReader(ApiLimits limits)
{
    // What the relay writes itself, or other members of the description say.
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "From", "Sender", "To", "Cc", "Bcc", "Reply-To", "Subject", "Return-Path", "Received", "DKIM-Signature", "MIME-Version", "Authentication-Results",
    };

    private ApiProblem? _problem;

    /// <summary>The envelope and the message; or what is wrong.</summary>
    public (ApiEnvelope? Envelope, byte[]? Content, ApiProblem? Problem) Read(ApiMail mail)
    {
        var message = new MimeMessage();
        message.Headers.Clear();
        var recipients = new List<Mailbox>();
        var from = AddressOf(mail.From, "/from");
        if (from is not null) message.From.Add(from);
        AddAll(mail.To, "/to", message.To, recipients);
        AddAll(mail.Cc, "/cc", message.Cc, recipients);
        AddAll(mail.Bcc, "/bcc", null, recipients);
        if (mail.ReplyTo is not null && AddressOf(mail.ReplyTo, "/reply_to") is { } answers) message.ReplyTo.Add(answers);
        if (mail.Subject is { } subject && IsLine(subject, "/subject")) message.Subject = subject;
        if (_problem is null && recipients.Count == 0) Fail("/to", "there is no recipient", "Name one in to, cc or bcc.");
        if (recipients.Count > limits.Recipients) Fail("/to", $"there are {recipients.Count} recipients", $"Send {limits.Recipients} at a time.");
        AddHeaders(mail.Headers, message);
        var body = BodyOf(mail);
        var sender = mail.Sender is { Length: 0 } ? null : mail.Sender is { } text ? MailboxOf(text, "/sender") : from is null ? null : MailboxOf(from.Address, "/from");
        if (_problem is not null) return (null, null, _problem);
        message.Body = body.ToMessageBody();
        using var stream = new MemoryStream();
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        message.WriteTo(format, stream);
        return stream.Length > limits.MessageSize
            ? (null, null, new ApiProblem(ApiProblemKind.TooLarge, $"the message has {stream.Length} octets", "", $"Send at most {limits.MessageSize}."))
            : (new ApiEnvelope(sender, [.. recipients.Distinct()]), stream.ToArray(), null);
    }

    /// <summary>A mailbox for the envelope; or what is wrong.</summary>
    public (Mailbox? Mailbox, ApiProblem? Problem) ReadMailbox(string text, string where)
    {
        var mailbox = MailboxOf(text, where);
        return (mailbox, _problem);
    }

    private void AddAll(IReadOnlyList<string?>? texts, string where, InternetAddressList? field, List<Mailbox> recipients)
    {
        if (texts is null) return;
        // Not one by one when there are a million.
        if (texts.Count > limits.Recipients)
        {
            Fail(where, $"there are {texts.Count} recipients", $"Send {limits.Recipients} at a time.");
            return;
        }
        for (var i = 0; i < texts.Count && _problem is null; i++)
        {
            if (AddressOf(texts[i], $"{where}/{i}") is not { } address || MailboxOf(address.Address, $"{where}/{i}") is not { } mailbox) return;
            field?.Add(address);
            recipients.Add(mailbox);
        }
    }

    private MailboxAddress? AddressOf(string? text, string where)
    {
        if (text is null)
        {
            Fail(where, "it is missing", "Write an address: info@example.com or Name <info@example.com>.");
            return null;
        }
        if (!IsLine(text, where)) return null;
        if (MailboxAddress.TryParse(text, out var address) && address.Address.Contains('@', StringComparison.Ordinal)) return address;
        Fail(where, "it is no mail address", "Write info@example.com or Name <info@example.com>.");
        return null;
    }

    private Mailbox? MailboxOf(string text, string where)
    {
        if (IsLine(text, where) && MailboxParser.TryParse(Encoding.UTF8.GetBytes(text), out var mailbox) && mailbox is { Domain.Length: > 0 }) return mailbox;
        Fail(where, "it is no mailbox that mail can be sent to (RFC 5321, section 4.1.2)", "Write user@example.com.");
        return null;
    }

    private void AddHeaders(IReadOnlyDictionary<string, string?>? headers, MimeMessage message)
    {
        if (headers is null) return;
        if (headers.Count > limits.Headers) Fail("/headers", $"there are {headers.Count} fields", $"Write at most {limits.Headers}.");
        foreach (var (name, value) in headers)
        {
            if (_problem is not null) return;
            var where = $"/headers/{Pointer(name)}";
            if (name.Length is 0 or > 76 || !name.All(c => c is > ' ' and < '\x7f' and not ':')) Fail(where, "this can't be the name of a header field (RFC 5322, section 3.6.8)", "Write letters, digits and hyphens.");
            else if (Reserved.Contains(name) || name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
                Fail(where, "this field is written by the relay", "Take it out; members such as from, to and subject say what it holds.");
            else if (value is null) Fail(where, "it has no value", "Write a text, or take it out.");
            else if (IsLine(value, where)) message.Headers.Add(name, value);
        }
    }

    private BodyBuilder BodyOf(ApiMail mail)
    {
        var body = new BodyBuilder { TextBody = mail.Text, HtmlBody = mail.Html };
        if (mail.Text is null && mail.Html is null && mail.Attachments is not { Count: > 0 }) Fail("/text", "the message has no content", "Write text, html or both.");
        if (mail.Attachments is not { } files) return body;
        if (files.Count > limits.Attachments) Fail("/attachments", $"there are {files.Count}", $"Attach at most {limits.Attachments}.");
        for (var i = 0; i < files.Count && _problem is null; i++) Attach(body, files[i], $"/attachments/{i}");
        return body;
    }

    private void Attach(BodyBuilder body, ApiAttachment? file, string where)
    {
        if (file?.Content is not { } text)
        {
            Fail($"{where}/content", "it is missing", "Write the file's octets in base64.");
            return;
        }
        var octets = new byte[(text.Length / 4 * 3) + 3];
        if (!Convert.TryFromBase64String(text, octets, out var length))
        {
            Fail($"{where}/content", "this is no base64 (RFC 4648, section 4)", "Encode the file's octets in base64, without a data: prefix.");
            return;
        }
        if (file.Filename is { } name && !IsLine(name, $"{where}/filename")) return;
        if (file.ContentId is { } id && (!IsLine(id, $"{where}/content_id") || id.Length == 0 || id.Any(c => c is <= ' ' or '<' or '>' or > '~')))
        {
            Fail($"{where}/content_id", "this can't be a Content-ID", "Write it as behind cid: in the HTML, without < and >.");
            return;
        }
        if (!ContentType.TryParse(file.ContentType ?? "application/octet-stream", out var type) || (file.ContentType is { } words && !IsLine(words, $"{where}/content_type")))
        {
            Fail($"{where}/content_type", "this is no media type", "Write one such as application/pdf.");
            return;
        }
        var part = new MimePart(type)
        {
            Content = new MimeContent(new MemoryStream(octets, 0, length)),
            ContentTransferEncoding = ContentEncoding.Base64,
            ContentDisposition = new ContentDisposition(file.ContentId is null ? ContentDisposition.Attachment : ContentDisposition.Inline),
            FileName = file.Filename,
        };
        if (file.ContentId is { } contentId) part.ContentId = contentId;
        if (file.ContentId is null) body.Attachments.Add(part);
        else body.LinkedResources.Add(part);
    }

    private bool IsLine(string text, string where)
    {
        if (text.Length > limits.HeaderLength) return Fail(where, $"it has {text.Length} characters", $"Write at most {limits.HeaderLength}.");
        if (text.Any(c => char.IsControl(c) && c != '\t')) return Fail(where, "it holds a line end or another control character", "Write it on one line.");
        return true;
    }

    private bool Fail(string where, string detail, string advice)
    {
        _problem ??= new ApiProblem(ApiProblemKind.Invalid, detail, where, advice);
        return false;
    }

    private static string Pointer(string name) => (name.Length > 80 ? name[..80] : name).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
