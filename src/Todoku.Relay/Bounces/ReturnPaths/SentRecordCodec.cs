using System.Text;
using Todoku.Relay.Queue;

namespace Todoku.Relay.Bounces.ReturnPaths;

/// <summary>Writes records side by side into one value of the state, and reads them again. What can't be read is passed over: a record is a help, no promise.</summary>
internal static class SentRecordCodec
{
    private const byte Version = 1;
    private const int MaxText = 1024;

    /// <summary>Writes one.</summary>
    public static void Write(BinaryWriter output, SentRecord record)
    {
        output.Write(Version);
        output.Write(record.Entry.Value);
        output.Write((byte)record.Notify);
        output.Write(record.IsBulk);
        output.Write(record.AcceptedAt.ToUnixTimeMilliseconds());
        output.Write(record.SentAt.ToUnixTimeMilliseconds());
        foreach (var text in (ReadOnlySpan<string>)[record.Recipient, record.Sender, record.AuthorDomain, record.Provider, record.Path, record.EnvelopeId, record.OriginalRecipient])
            output.Write(text.Length > MaxText ? text[..MaxText] : text);
    }

    /// <summary>Reads all.</summary>
    public static IEnumerable<SentRecord> Read(ReadOnlyMemory<byte> value)
    {
        using var input = new BinaryReader(new MemoryStream(value.ToArray(), writable: false), Encoding.UTF8);
        while (TryRead(input, out var record)) yield return record;
    }

    private static bool TryRead(BinaryReader input, out SentRecord record)
    {
        record = null!;
        try
        {
            if (input.BaseStream.Position == input.BaseStream.Length || input.ReadByte() != Version) return false;
            var (entry, notify, isBulk) = (input.ReadInt64(), input.ReadByte(), input.ReadBoolean());
            var (accepted, sent) = (input.ReadInt64(), input.ReadInt64());
            record = new SentRecord
            {
                Entry = new EntryId(entry),
                Notify = (DsnNotify)notify,
                IsBulk = isBulk,
                AcceptedAt = DateTimeOffset.FromUnixTimeMilliseconds(accepted),
                SentAt = DateTimeOffset.FromUnixTimeMilliseconds(sent),
                Recipient = input.ReadString(),
                Sender = input.ReadString(),
                AuthorDomain = input.ReadString(),
                Provider = input.ReadString(),
                Path = input.ReadString(),
                EnvelopeId = input.ReadString(),
                OriginalRecipient = input.ReadString(),
            };
            return true;
        }
        catch (Exception broken) when (broken is IOException or ArgumentException or FormatException)
        {
            return false;
        }
    }
}
