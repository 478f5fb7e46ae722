using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using Todoku.Mail.Messages;

namespace Todoku.Relay.Policy.Headers;

/// <summary>What a submission server mends in a header (RFC 6409, section 8), and what it takes away. Everything else stays octet for octet: it may be signed.</summary>
internal static class HeaderRepair
{
    /// <summary>The header without the fields that name blind recipients (RFC 5322, section 3.6.3).</summary>
    public static ReadOnlyMemory<byte> WithoutBlindCopies(ReadOnlyMemory<byte> header)
    {
        var fields = MessageHeaders.Parse(header);
        if (!fields.Fields.Any(IsBlind)) return header;
        var kept = new ArrayBufferWriter<byte>(header.Length);
        var at = 0;
        foreach (var field in fields.Fields.Where(IsBlind))
        {
            kept.Write(header.Span[at..field.Offset]);
            at = field.Offset + field.Raw.Length;
            // The field's own line end goes with it.
            if (header.Span[at..].StartsWith("\r\n"u8) && !field.Raw.Span.EndsWith("\r\n"u8)) at += 2;
        }
        kept.Write(header.Span[at..]);
        return kept.WrittenMemory;
    }

    /// <summary>The Date and Message-ID that are missing, as whole fields; empty when none is.</summary>
    public static string Missing(MessageHeaders fields, DateTimeOffset now, string hostName)
    {
        var added = "";
        var zone = now.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
        if (fields.All("Date"u8).Count == 0) added += $"Date: {now.ToString("ddd, d MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)} {zone}\r\n";
        if (fields.All("Message-ID"u8).Count == 0) added += $"Message-ID: <{now.ToUnixTimeMilliseconds():x}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(10))}@{hostName}>\r\n";
        return added;
    }

    /// <summary>Whether a message is bulk by its own header: a list, or mail that says so (RFC 2919, RFC 2369, RFC 2076).</summary>
    public static bool IsBulk(MessageHeaders fields)
    {
        if (fields.All("List-Id"u8).Count > 0 || fields.All("List-Unsubscribe"u8).Count > 0) return true;
        foreach (var field in fields.All("Precedence"u8))
        {
            var value = field.Unfold().AsSpan().Trim(" \t\r\n"u8);
            if (Ascii(value, "bulk"u8) || Ascii(value, "list"u8) || Ascii(value, "junk"u8)) return true;
        }
        return false;
    }

    private static bool IsBlind(HeaderField field) => field.Is("Bcc"u8) || field.Is("Resent-Bcc"u8);

    private static bool Ascii(ReadOnlySpan<byte> value, ReadOnlySpan<byte> word) => System.Text.Ascii.EqualsIgnoreCase(value, word);
}
