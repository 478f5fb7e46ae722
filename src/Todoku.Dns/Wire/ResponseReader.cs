using System.Diagnostics.CodeAnalysis;

namespace Todoku.Dns.Wire;

/// <summary>Reads an answer (RFC 1035, section 4.1). Never throws, whatever it is given.</summary>
internal static class ResponseReader
{
    private const int IsResponse = 0x8000;
    private const int OpCode = 0x7800;
    private const int Truncated = 0x0200;
    private const int AuthenticData = 0x0020;
    private const int Code = 0x000f;
    private const ushort ClassIn = 1;

    /// <summary>Whether a message answers our question: number, and the question repeated (RFC 5452, section 9.1). Else it may be forged, and the real one may follow.</summary>
    public static bool IsFor(ReadOnlySpan<byte> message, ushort id, DnsQuestion question)
    {
        var reader = new MessageReader(message);
        if (!reader.TryReadUInt16(out var found) || found != id || !reader.TryReadUInt16(out var flags)) return false;
        if ((flags & IsResponse) == 0 || (flags & OpCode) != 0 || !reader.TryReadUInt16(out var questions)) return false;
        // A server that refuses may leave the question out.
        if (questions == 0) return (ResponseCode)(flags & Code) is not (ResponseCode.NoError or ResponseCode.NameError);
        if (questions != 1 || !reader.TryReadBytes(6, out _)) return false;
        return reader.TryReadName(out var name) && reader.TryReadUInt16(out var type) && reader.TryReadUInt16(out var @class)
            && name.Equals(question.Name) && type == (ushort)question.Type && @class == ClassIn;
    }

    /// <summary>Reads a message that <see cref="IsFor"/> the question.</summary>
    /// <returns>False when it can't be read or has too many records.</returns>
    public static bool TryRead(ReadOnlySpan<byte> message, DnsQuestion question, [NotNullWhen(true)] out DnsResponse? response)
    {
        response = null;
        var reader = new MessageReader(message) { Position = 2 };
        if (!reader.TryReadUInt16(out var flags) || !reader.TryReadUInt16(out var questions) || !reader.TryReadUInt16(out var answers)
            || !reader.TryReadUInt16(out var authorities) || !reader.TryReadUInt16(out _)) return false;
        var code = (ResponseCode)(flags & Code);
        var isTruncated = (flags & Truncated) != 0;
        var records = new List<ResourceRecord>();
        TimeSpan? negative = null;
        // What is cut off is asked for again, and what failed has no records to read.
        if (!isTruncated && code is ResponseCode.NoError or ResponseCode.NameError)
        {
            if (questions == 1 && !(reader.TryReadName(out _) && reader.TryReadBytes(4, out _))) return false;
            if (!TryReadAnswers(ref reader, answers, question, records)) return false;
            if (!records.Exists(record => record.Type == question.Type) && !TryReadNegative(ref reader, authorities, out negative)) return false;
        }
        response = new DnsResponse(code, isTruncated, (flags & AuthenticData) != 0, records, negative);
        return true;
    }

    private static bool TryReadAnswers(ref MessageReader reader, int count, DnsQuestion question, List<ResourceRecord> records)
    {
        if (count > DnsLimits.Records) return false;
        for (var i = 0; i < count; i++)
        {
            if (!reader.TryReadName(out var owner) || !TryReadHead(ref reader, out var type, out var isIn, out var time, out var length)) return false;
            if (!isIn || (type != question.Type && type != DnsRecordType.CNAME))
            {
                if (!reader.TryReadBytes(length, out _)) return false;
                continue;
            }
            if (ContentReader.Read(ref reader, type, length) is not { } content) return false;
            records.Add(new ResourceRecord(owner, type, time, content));
        }
        return true;
    }

    // The lesser of the SOA's own time and its last field (RFC 2308, section 5).
    private static bool TryReadNegative(ref MessageReader reader, int count, out TimeSpan? negative)
    {
        negative = null;
        if (count > DnsLimits.Records) return false;
        for (var i = 0; i < count; i++)
        {
            if (!reader.TryReadName(out _) || !TryReadHead(ref reader, out var type, out _, out var time, out var length)) return false;
            if (type != DnsRecordType.SOA)
            {
                if (!reader.TryReadBytes(length, out _)) return false;
                continue;
            }
            if (ContentReader.Read(ref reader, type, length) is not DnsRecord.StartOfAuthority authority) return false;
            negative = TimeToLive.Least(time, authority.NegativeTimeToLive);
        }
        return true;
    }

    private static bool TryReadHead(ref MessageReader reader, out DnsRecordType type, out bool isIn, out TimeSpan time, out int length)
    {
        (type, isIn, time, length) = (default, false, default, 0);
        if (!reader.TryReadUInt16(out var number) || !reader.TryReadUInt16(out var @class)
            || !reader.TryReadUInt32(out var seconds) || !reader.TryReadUInt16(out var size)) return false;
        (type, isIn, time, length) = ((DnsRecordType)number, @class == ClassIn, TimeToLive.Of(seconds), size);
        return true;
    }
}
