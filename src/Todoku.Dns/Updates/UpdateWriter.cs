using Todoku.Dns.Wire;

namespace Todoku.Dns.Updates;

/// <summary>Writes an update as a message (RFC 2136, section 2).</summary>
internal static class UpdateWriter
{
    private const int Opcode = 5 << 11;
    private const int ClassIn = 1;
    private const int ClassNone = 254;

    /// <summary>Writes it.</summary>
    /// <param name="update">The update.</param>
    /// <param name="id">Number of the message.</param>
    public static byte[] Write(DnsUpdate update, ushort id)
    {
        var message = new MessageWriter();
        message.UInt16(id);
        message.UInt16(Opcode);
        message.UInt16(1);
        message.UInt16(update.Absent.Count + update.Required.Count);
        message.UInt16(update.Removed.Count + update.Added.Count);
        message.UInt16(0);
        message.Name(update.Zone);
        message.UInt16((int)DnsRecordType.SOA);
        message.UInt16(ClassIn);
        foreach (var absent in update.Absent) Absent(message, absent);
        // Section 2.4.2: the records of a name and type must be exactly these; section 2.5.4: one record goes; section 2.5.1: one comes.
        foreach (var record in update.Required) Record(message, record, ClassIn, TimeSpan.Zero);
        foreach (var record in update.Removed) Record(message, record, ClassNone, TimeSpan.Zero);
        foreach (var record in update.Added) Record(message, record, ClassIn, record.TimeToLive);
        return message.ToArray();
    }

    // Section 2.4.3.
    private static void Absent(MessageWriter message, DnsQuestion absent)
    {
        message.Name(absent.Name);
        message.UInt16((int)absent.Type);
        message.UInt16(ClassNone);
        message.UInt32(0);
        message.UInt16(0);
    }

    private static void Record(MessageWriter message, UpdateRecord record, int @class, TimeSpan time)
    {
        message.Name(record.Owner);
        message.UInt16((int)record.Type);
        message.UInt16(@class);
        message.UInt32((uint)Math.Clamp(time.TotalSeconds, 0, int.MaxValue));
        message.Content(record.Content);
    }
}
