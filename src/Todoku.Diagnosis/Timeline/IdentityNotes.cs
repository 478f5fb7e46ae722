using System.Buffers;
using System.Text;
using Todoku.Mail;

namespace Todoku.Diagnosis.Timeline;

/// <summary>Counts the sender's identities of failed attempts; how each is written stands here once.</summary>
internal static class IdentityNotes
{
    private const int MaxPart = 120;

    /// <summary>Adds the identities that the log tells of an attempt to a group.</summary>
    public static void AddTo(FailureGroup group, in DeliveryAttempt attempt)
    {
        Span<byte> buffer = stackalloc byte[2 * MaxPart + 16];
        if (attempt.SenderKnown)
        {
            // The null sender has no domain; it counts as a sender of its own, written as it is in SMTP.
            var domain = MailAddress.DomainOf(attempt.Sender);
            group.SenderDomains.Add(attempt.Sender.IsEmpty ? "<>"u8 : Lower(domain.IsEmpty ? attempt.Sender : domain, buffer));
        }
        if (attempt.Submitter.Kind != SubmitterKind.Unknown) group.Submitters.Add(Write(attempt.Submitter, buffer));
        if (!attempt.DkimDomain.IsEmpty) group.Signatures.Add(Join(attempt.DkimDomain, attempt.DkimSelector, buffer));
    }

    /// <summary>A submitter as shown: <c>user apache</c>, <c>login info@example.com</c>, <c>client 192.0.2.1</c>, <c>server</c>.</summary>
    public static ReadOnlySpan<byte> Write(Submitter submitter, Span<byte> buffer)
    {
        var word = submitter.Kind switch
        {
            SubmitterKind.LocalUser => "user "u8,
            SubmitterKind.Authenticated => "login "u8,
            SubmitterKind.Client => "client "u8,
            _ => "server"u8,
        };
        word.CopyTo(buffer);
        if (submitter.Kind == SubmitterKind.Server) return buffer[..word.Length];
        var name = submitter.Name[..Math.Min(submitter.Name.Length, 2 * MaxPart)];
        name.CopyTo(buffer[word.Length..]);
        return buffer[..(word.Length + name.Length)];
    }

    /// <summary>ASCII letters made small, cut to the buffer.</summary>
    public static ReadOnlySpan<byte> Lower(ReadOnlySpan<byte> text, Span<byte> buffer)
    {
        var length = Math.Min(text.Length, buffer.Length);
        text = text[..length];
        if (Ascii.ToLower(text, buffer, out var written) == OperationStatus.Done) return buffer[..written];
        for (var i = 0; i < length; i++) buffer[i] = char.IsAsciiLetterUpper((char)text[i]) ? (byte)(text[i] | 0x20) : text[i];
        return buffer[..length];
    }

    private static ReadOnlySpan<byte> Join(ReadOnlySpan<byte> domain, ReadOnlySpan<byte> selector, Span<byte> buffer)
    {
        domain = domain[..Math.Min(domain.Length, MaxPart)];
        selector = selector[..Math.Min(selector.Length, MaxPart)];
        domain.CopyTo(buffer);
        buffer[domain.Length] = (byte)'\n';
        selector.CopyTo(buffer[(domain.Length + 1)..]);
        return buffer[..(domain.Length + 1 + selector.Length)];
    }
}
