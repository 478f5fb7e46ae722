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

    // Room of a client that does not know EDNS (RFC 1035, section 4.2.1).
    private const int PlainRoom = 512;

    // A pointer to the name of the question, which stands right behind the header.
    private const ushort QuestionName = 0xc000 | HeaderSize;

    private readonly MessageWriter _message = new();

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
        _message.UInt16(query.Id);
        _message.UInt16((ushort)(IsResponse | RecursionAvailable | (int)answer.Code
            | (query.WantsRecursion ? RecursionDesired : 0) | (isTruncated ? IsTruncated : 0)
            | (answer.Code is ServedCode.NoError or ServedCode.NoSuchName ? IsAuthoritative : 0)));
        _message.UInt16((ushort)(query.Question is null ? 0 : 1));
        _message.UInt16((ushort)records.Count);
        _message.UInt16((ushort)(authority is null ? 0 : 1));
        _message.UInt16((ushort)(query.Room is null ? 0 : 1));
        if (query.Question is { } question)
        {
            _message.Name(question.Name);
            _message.UInt16((ushort)question.Type);
            _message.UInt16(ClassIn);
        }
        foreach (var record in records) Record(record, query.Question?.Name);
        if (authority is not null) Record(authority, query.Question?.Name);
        if (query.Room is not null) Opt();
        return _message.ToArray();
    }

    private void Record(ZoneRecord record, DomainName? asked)
    {
        if (record.Owner.Equals(asked)) _message.UInt16(QuestionName);
        else _message.Name(record.Owner);
        _message.UInt16((ushort)record.Type);
        _message.UInt16(ClassIn);
        _message.UInt32((uint)Math.Clamp(record.TimeToLive.TotalSeconds, 0, int.MaxValue));
        _message.Content(record.Content);
    }

    private void Opt()
    {
        _message.Octets([0]);
        _message.UInt16(OptType);
        _message.UInt16(DnsLimits.DatagramSize);
        _message.UInt32(0);
        _message.UInt16(0);
    }
}
