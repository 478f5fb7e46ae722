using System.Net;
using System.Text;

namespace Todoku.Dns.Wire;

/// <summary>Reads what a record says (RDATA). It must fill its place exactly.</summary>
internal static class ContentReader
{
    /// <summary>Reads it.</summary>
    /// <param name="reader">Stands at its beginning; names in it may be compressed, so that it needs the whole message.</param>
    /// <param name="type">The type.</param>
    /// <param name="length">Octets that it has.</param>
    /// <returns>Null when it is none of this type.</returns>
    public static DnsRecord? Read(ref MessageReader reader, DnsRecordType type, int length)
    {
        var end = reader.Position + length;
        DnsRecord? content = type switch
        {
            DnsRecordType.A => ReadAddress(ref reader, length, 4),
            DnsRecordType.AAAA => ReadAddress(ref reader, length, 16),
            DnsRecordType.TXT => ReadText(ref reader, length),
            DnsRecordType.MX => ReadMailExchanger(ref reader),
            DnsRecordType.PTR or DnsRecordType.NS or DnsRecordType.CNAME => reader.TryReadName(out var name) ? new DnsRecord.Name(name) : null,
            DnsRecordType.SOA => ReadStartOfAuthority(ref reader),
            DnsRecordType.TLSA => ReadTlsAssociation(ref reader, length),
            DnsRecordType.CAA => ReadCertificationAuthority(ref reader, length),
            _ => null,
        };
        return reader.Position == end ? content : null;
    }

    private static DnsRecord.Address? ReadAddress(ref MessageReader reader, int length, int size) =>
        length == size && reader.TryReadBytes(size, out var bytes) ? new DnsRecord.Address(new IPAddress(bytes)) : null;

    private static DnsRecord.Text? ReadText(ref MessageReader reader, int length)
    {
        if (!reader.TryReadBytes(length, out var bytes)) return null;
        var value = new byte[length];
        var lengths = new List<int>();
        var filled = 0;
        while (!bytes.IsEmpty)
        {
            int size = bytes[0];
            if (size >= bytes.Length) return null;
            bytes.Slice(1, size).CopyTo(value.AsSpan(filled));
            filled += size;
            lengths.Add(size);
            bytes = bytes[(size + 1)..];
        }
        return new DnsRecord.Text(value.AsMemory(0, filled), lengths);
    }

    private static DnsRecord.MailExchanger? ReadMailExchanger(ref MessageReader reader) =>
        reader.TryReadUInt16(out var preference) && reader.TryReadName(out var host) ? new DnsRecord.MailExchanger(preference, host) : null;

    // Refresh, retry and expire stand between the serial number and the time for negative answers.
    private static DnsRecord.StartOfAuthority? ReadStartOfAuthority(ref MessageReader reader) =>
        reader.TryReadName(out var server) && reader.TryReadName(out var mailbox) && reader.TryReadUInt32(out var serial)
        && reader.TryReadBytes(12, out _) && reader.TryReadUInt32(out var minimum)
            ? new DnsRecord.StartOfAuthority(server, mailbox, serial, TimeToLive.Of(minimum))
            : null;

    private static DnsRecord.TlsAssociation? ReadTlsAssociation(ref MessageReader reader, int length) =>
        length >= 3 && reader.TryReadBytes(length, out var bytes) ? new DnsRecord.TlsAssociation(bytes[0], bytes[1], bytes[2], bytes[3..].ToArray()) : null;

    private static DnsRecord.CertificationAuthority? ReadCertificationAuthority(ref MessageReader reader, int length)
    {
        if (length < 2 || !reader.TryReadBytes(length, out var bytes)) return null;
        int tag = bytes[1];
        if (tag == 0 || length < 2 + tag || !Ascii.IsValid(bytes.Slice(2, tag))) return null;
        return new DnsRecord.CertificationAuthority(bytes[0], Encoding.ASCII.GetString(bytes.Slice(2, tag)), bytes[(2 + tag)..].ToArray());
    }
}
