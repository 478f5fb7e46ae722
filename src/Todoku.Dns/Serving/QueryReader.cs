using System.Diagnostics.CodeAnalysis;
using Todoku.Dns.Wire;
using Todoku.Mail;

namespace Todoku.Dns.Serving;

/// <summary>Reads questions that strangers send (RFC 1035, section 4.1). Never throws, whatever it is given.</summary>
internal static class QueryReader
{
    private const int IsResponse = 0x8000;
    private const int OpCode = 0x7800;
    private const int RecursionDesired = 0x0100;
    private const ushort ClassIn = 1;
    private const ushort ClassAny = 255;
    private const ushort OptType = 41;

    // A question brings OPT at most, a signature now and then.
    private const int MaxAdditional = 4;

    /// <summary>Reads a message.</summary>
    /// <returns>False when it is not to be answered at all: too short, or an answer itself, which two servers could send to and fro for ever.</returns>
    public static bool TryRead(ReadOnlySpan<byte> message, out ServedQuery query)
    {
        query = default;
        var reader = new MessageReader(message);
        if (!reader.TryReadUInt16(out var id) || !reader.TryReadUInt16(out var flags) || (flags & IsResponse) != 0) return false;
        if (!reader.TryReadUInt16(out var questions) || !reader.TryReadUInt16(out var answers) || !reader.TryReadUInt16(out var authorities)
            || !reader.TryReadUInt16(out var additional)) return false;
        var recursion = (flags & RecursionDesired) != 0;
        query = new ServedQuery(id, null, ServedCode.FormatError, recursion, null);
        if ((flags & OpCode) != 0) query = query with { Refusal = ServedCode.NotImplemented };
        else if (questions == 1 && answers == 0 && authorities == 0 && TryReadQuestion(ref reader, out var name, out var type, out var @class))
            query = Read(ref reader, query, name, type, @class, additional);
        return true;
    }

    private static ServedQuery Read(ref MessageReader reader, ServedQuery query, DomainName name, ushort type, ushort @class, int additional)
    {
        if (@class is not (ClassIn or ClassAny)) return query with { Refusal = ServedCode.Refused };
        if (additional > MaxAdditional || !TryReadRoom(ref reader, additional, out var room)) return query;
        return query with { Question = new DnsQuestion(name, (DnsRecordType)type), Room = room };
    }

    private static bool TryReadQuestion(ref MessageReader reader, [NotNullWhen(true)] out DomainName? name, out ushort type, out ushort @class)
    {
        (type, @class) = (0, 0);
        return reader.TryReadName(out name) && reader.TryReadUInt16(out type) && reader.TryReadUInt16(out @class);
    }

    // The class of OPT is the room for a datagram (RFC 6891, section 6.1.2).
    private static bool TryReadRoom(ref MessageReader reader, int count, out int? room)
    {
        room = null;
        for (var i = 0; i < count; i++)
        {
            if (!reader.TryReadName(out _) || !reader.TryReadUInt16(out var type) || !reader.TryReadUInt16(out var @class)
                || !reader.TryReadUInt32(out _) || !reader.TryReadUInt16(out var length) || !reader.TryReadBytes(length, out _)) return false;
            if (type == OptType) room = @class;
        }
        return true;
    }
}
