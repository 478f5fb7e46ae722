using System.Buffers;
using System.Text;
using Todoku.Mail;
using Todoku.Relay.Queue;

namespace Todoku.Storage.Sqlite;

/// <summary>Writes an envelope as bytes and reads it again. What was damaged on the disk gives null, never an error.</summary>
internal static class EnvelopeCodec
{
    private const byte Version = 1;
    private const int MaxSigningDomains = 64;

    // Flags of the third byte.
    private const byte Bulk = 1;
    private const byte Kept = 2;

    public static byte[] Write(QueuedEnvelope envelope)
    {
        var bytes = new ArrayBufferWriter<byte>(64 + (48 * envelope.Recipients.Count));
        bytes.Write([Version, (byte)envelope.SubmitterKind, (byte)((envelope.IsBulk ? Bulk : 0) | (envelope.KeepsOutcome ? Kept : 0)), (byte)envelope.Needs, (byte)envelope.DsnReturn]);
        Number(bytes, (ulong)envelope.AcceptedAt.ToUnixTimeMilliseconds());
        Number(bytes, (ulong)envelope.Size);
        Text(bytes, envelope.Sender);
        Text(bytes, envelope.OriginalSender);
        Text(bytes, envelope.Submitter);
        Text(bytes, envelope.DsnEnvelopeId);
        Text(bytes, envelope.VerpDomain);
        Text(bytes, envelope.AuthorDomain);
        Text(bytes, envelope.IdempotencyKey);
        Number(bytes, (ulong)envelope.SigningDomains.Count);
        foreach (var domain in envelope.SigningDomains) Text(bytes, domain);
        Number(bytes, (ulong)envelope.Prefix.Length);
        bytes.Write(envelope.Prefix.Span);
        Number(bytes, (ulong)envelope.Recipients.Count);
        foreach (var recipient in envelope.Recipients)
        {
            Text(bytes, recipient.Address);
            Text(bytes, recipient.OriginalRecipient);
            bytes.Write([(byte)recipient.Notify]);
        }
        return bytes.WrittenSpan.ToArray();
    }

    public static QueuedEnvelope? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 5 || bytes[0] != Version) return null;
        var head = bytes[..5];
        var rest = bytes[5..];
        if (!TryNumber(ref rest, out var accepted) || !TryNumber(ref rest, out var size) || accepted > 253402300799999 || size > long.MaxValue) return null;
        if (!TryText(ref rest, out var sender) || !TryText(ref rest, out var original) || !TryText(ref rest, out var submitter) || !TryText(ref rest, out var dsnId)) return null;
        if (!TryText(ref rest, out var verp) || !TryText(ref rest, out var author) || !TryText(ref rest, out var key) || !TryNumber(ref rest, out var signed) || signed > MaxSigningDomains) return null;
        var domains = new List<string>((int)signed);
        for (ulong i = 0; i < signed; i++)
        {
            if (!TryText(ref rest, out var domain)) return null;
            domains.Add(domain ?? "");
        }
        if (!TryNumber(ref rest, out var before) || before > (ulong)rest.Length) return null;
        var prefix = rest[..(int)before].ToArray();
        rest = rest[(int)before..];
        if (!TryNumber(ref rest, out var count) || count is 0 or > EntryId.MaxRecipients) return null;
        var recipients = new List<QueuedRecipient>((int)Math.Min(count, (ulong)rest.Length));
        for (ulong i = 0; i < count; i++)
        {
            if (!TryText(ref rest, out var address) || !TryText(ref rest, out var asked) || rest.IsEmpty) return null;
            recipients.Add(new QueuedRecipient(address ?? "") { OriginalRecipient = asked, Notify = (DsnNotify)rest[0] });
            rest = rest[1..];
        }
        return new QueuedEnvelope
        {
            SubmitterKind = (SubmitterKind)head[1],
            IsBulk = (head[2] & Bulk) != 0,
            KeepsOutcome = (head[2] & Kept) != 0,
            Needs = (ContentNeeds)head[3],
            DsnReturn = (DsnReturn)head[4],
            AcceptedAt = DateTimeOffset.FromUnixTimeMilliseconds((long)accepted),
            Size = (long)size,
            Sender = sender ?? "",
            OriginalSender = original,
            Submitter = submitter ?? "",
            DsnEnvelopeId = dsnId,
            VerpDomain = verp,
            AuthorDomain = author,
            IdempotencyKey = key,
            SigningDomains = domains,
            Prefix = prefix,
            Recipients = recipients,
        };
    }

    // Seven bits a byte, the lowest first.
    private static void Number(ArrayBufferWriter<byte> bytes, ulong value)
    {
        while (value >= 0x80)
        {
            bytes.Write([(byte)(value | 0x80)]);
            value >>= 7;
        }
        bytes.Write([(byte)value]);
    }

    // Length + 1, so that 0 is null.
    private static void Text(ArrayBufferWriter<byte> bytes, string? text)
    {
        Number(bytes, text is null ? 0 : (ulong)Encoding.UTF8.GetByteCount(text) + 1);
        if (!string.IsNullOrEmpty(text)) Encoding.UTF8.GetBytes(text, bytes);
    }

    private static bool TryNumber(ref ReadOnlySpan<byte> bytes, out ulong value)
    {
        value = 0;
        for (var i = 0; i < Math.Min(9, bytes.Length); i++)
        {
            value |= (ulong)(bytes[i] & 0x7F) << (7 * i);
            if ((bytes[i] & 0x80) != 0) continue;
            bytes = bytes[(i + 1)..];
            return true;
        }
        return false;
    }

    private static bool TryText(ref ReadOnlySpan<byte> bytes, out string? text)
    {
        text = null;
        if (!TryNumber(ref bytes, out var length) || length > (ulong)bytes.Length + 1) return false;
        if (length == 0) return true;
        text = Encoding.UTF8.GetString(bytes[..((int)length - 1)]);
        bytes = bytes[((int)length - 1)..];
        return true;
    }
}
