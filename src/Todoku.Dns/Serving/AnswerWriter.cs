using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Todoku.Dns.Wire;
using Todoku.Dns.Zones;
using Todoku.Mail;

namespace Todoku.Dns.Serving;

/// <summary>Writes answers as messages (RFC 1035, section 4.1). An answer that does not fit says so (TC) and has no records, so that the client asks over TCP (RFC 2181, section 9).</summary>
internal sealed class AnswerWriter
{
    private const ushort IsResponse = 0x8000;
    private const ushort IsAuthoritative = 0x0400;
    private const ushort IsTruncated = 0x0200;
    private const ushort RecursionDesired = 0x0100;
    private const ushort RecursionAvailable = 0x0080;
    private const ushort ClassIn = 1;
    private const ushort OptType = 41;
    private const int HeaderSize = 12;
    private const int MaxNameSize = 255;

    // Room of a client that does not know EDNS (RFC 1035, section 4.2.1).
    private const int PlainRoom = 512;

    // A pointer to the name of the question, which stands right behind the header.
    private const ushort QuestionName = 0xc000 | HeaderSize;

    private readonly List<byte> _message = [];

    private AnswerWriter()
    {
    }

    /// <summary>The octets that a datagram to this client may have.</summary>
    public static int RoomOf(in ServedQuery query) => query.Room is { } room ? Math.Clamp(room, PlainRoom, DnsLimits.DatagramSize) : PlainRoom;

    /// <summary>Writes an answer.</summary>
    /// <param name="query">What was asked.</param>
    /// <param name="answer">What is said.</param>
    /// <param name="room">The octets that it may have.</param>
    public static byte[] Write(in ServedQuery query, ServedAnswer answer, int room)
    {
        var whole = new AnswerWriter().Write(query, answer, false);
        return whole.Length <= room ? whole : new AnswerWriter().Write(query, answer, true);
    }

    private byte[] Write(in ServedQuery query, ServedAnswer answer, bool isTruncated)
    {
        var records = isTruncated ? [] : answer.Records;
        var authority = isTruncated ? null : answer.Authority;
        UInt16(query.Id);
        UInt16((ushort)(IsResponse | RecursionAvailable | (int)answer.Code
            | (query.WantsRecursion ? RecursionDesired : 0) | (isTruncated ? IsTruncated : 0)
            | (answer.Code is ServedCode.NoError or ServedCode.NoSuchName ? IsAuthoritative : 0)));
        UInt16((ushort)(query.Question is null ? 0 : 1));
        UInt16((ushort)records.Count);
        UInt16((ushort)(authority is null ? 0 : 1));
        UInt16((ushort)(query.Room is null ? 0 : 1));
        if (query.Question is { } question)
        {
            Name(question.Name);
            UInt16((ushort)question.Type);
            UInt16(ClassIn);
        }
        foreach (var record in records) Record(record, query.Question?.Name);
        if (authority is not null) Record(authority, query.Question?.Name);
        if (query.Room is not null) Opt();
        return [.. _message];
    }

    private void Record(ZoneRecord record, DomainName? asked)
    {
        if (record.Owner.Equals(asked)) UInt16(QuestionName);
        else Name(record.Owner);
        UInt16((ushort)record.Type);
        UInt16(ClassIn);
        UInt32((uint)Math.Clamp(record.TimeToLive.TotalSeconds, 0, int.MaxValue));
        var at = _message.Count;
        UInt16(0);
        Content(record.Content);
        BinaryPrimitives.WriteUInt16BigEndian(CollectionsMarshal.AsSpan(_message)[at..], (ushort)(_message.Count - at - 2));
    }

    private void Content(DnsRecord content)
    {
        switch (content)
        {
            case DnsRecord.Address address:
                _message.AddRange(address.Value.GetAddressBytes());
                break;
            case DnsRecord.Text text:
                Strings(text);
                break;
            case DnsRecord.MailExchanger mail:
                UInt16(mail.Preference);
                Name(mail.Host);
                break;
            case DnsRecord.Name name:
                Name(name.Value);
                break;
            case DnsRecord.StartOfAuthority authority:
                Authority(authority);
                break;
            case DnsRecord.TlsAssociation tls:
                _message.AddRange((ReadOnlySpan<byte>)[tls.Usage, tls.Selector, tls.MatchingType]);
                _message.AddRange(tls.Data.Span);
                break;
            case DnsRecord.CertificationAuthority caa:
                _message.AddRange((ReadOnlySpan<byte>)[caa.Flags, (byte)caa.Tag.Length]);
                _message.AddRange(Encoding.ASCII.GetBytes(caa.Tag));
                _message.AddRange(caa.Value.Span);
                break;
        }
    }

    private void Strings(DnsRecord.Text text)
    {
        var start = 0;
        foreach (var length in text.StringLengths)
        {
            _message.Add((byte)length);
            _message.AddRange(text.Value.Span.Slice(start, length));
            start += length;
        }
        // A TXT record has one string at least (RFC 1035, section 3.3.14).
        if (text.StringLengths.Count == 0) _message.Add(0);
    }

    // Refresh, retry and expire are for secondary servers, and there are none.
    private void Authority(DnsRecord.StartOfAuthority authority)
    {
        Name(authority.PrimaryServer);
        Name(authority.Mailbox);
        UInt32(authority.Serial);
        UInt32(3600);
        UInt32(600);
        UInt32(86_400);
        UInt32((uint)authority.NegativeTimeToLive.TotalSeconds);
    }

    private void Opt()
    {
        _message.Add(0);
        UInt16(OptType);
        UInt16(DnsLimits.DatagramSize);
        UInt32(0);
        UInt16(0);
    }

    private void Name(DomainName name)
    {
        Span<byte> buffer = stackalloc byte[MaxNameSize + 1];
        _message.AddRange(buffer[..QuestionWriter.WriteName(buffer, name)]);
    }

    private void UInt16(ushort value)
    {
        Span<byte> octets = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(octets, value);
        _message.AddRange(octets);
    }

    private void UInt32(uint value)
    {
        Span<byte> octets = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(octets, value);
        _message.AddRange(octets);
    }
}
