using System.Buffers.Binary;
using System.Security.Cryptography;
using Todoku.Dns.Wire;
using Todoku.Mail;

namespace Todoku.Dns.Updates;

/// <summary>Signs a request and verifies the answer to it (RFC 8945).</summary>
internal sealed class TransactionSignature(TsigKey key)
{
    private const int Type = 250;
    private const int ClassAny = 255;

    // Section 10: 300 seconds is what is recommended.
    private const int Fudge = 300;
    private const int AdditionalCount = 10;

    private static readonly DomainName Algorithm = DomainName.Parse(TsigKey.Algorithm);

    private byte[] _requestMac = [];

    /// <summary>The message with its signature as the last record (section 5.1).</summary>
    public byte[] Sign(byte[] message, DateTimeOffset now)
    {
        var seconds = now.ToUnixTimeSeconds();
        _requestMac = Mac([], message, seconds, Fudge, 0, []);
        var signed = new MessageWriter();
        signed.Octets(message);
        signed.Name(key.Name);
        signed.UInt16(Type);
        signed.UInt16(ClassAny);
        signed.UInt32(0);
        var content = new MessageWriter();
        content.Name(Algorithm);
        Time(content, seconds);
        content.UInt16(Fudge);
        content.UInt16(_requestMac.Length);
        content.Octets(_requestMac);
        content.Octets(message.AsSpan(0, 2));
        content.UInt16(0);
        content.UInt16(0);
        signed.UInt16(content.Length);
        signed.Octets(content.ToArray());
        var octets = signed.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(octets.AsSpan(AdditionalCount), (ushort)(BinaryPrimitives.ReadUInt16BigEndian(octets.AsSpan(AdditionalCount)) + 1));
        return octets;
    }

    /// <summary>The error that the answer's signature has, and whether it is right (section 5.3). With BADSIG and BADKEY an answer is unsigned.</summary>
    public (int Error, bool IsVerified) Verify(ReadOnlySpan<byte> message, DateTimeOffset now)
    {
        if (!TryFind(message, out var start) || !TryRead(message, start, out var found)) return (0, false);
        if (!found.Name.Equals(key.Name) || !found.Algorithm.Equals(Algorithm)) return (0, false);
        if (found.Mac.Length == 0) return (found.Error, false);
        // What was signed had no signature yet, and the number that the request had.
        var plain = message[..start].ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(plain, (ushort)found.Id);
        BinaryPrimitives.WriteUInt16BigEndian(plain.AsSpan(AdditionalCount), (ushort)(BinaryPrimitives.ReadUInt16BigEndian(plain.AsSpan(AdditionalCount)) - 1));
        var isRight = CryptographicOperations.FixedTimeEquals(Mac(_requestMac, plain, found.Time, found.Fudge, found.Error, found.Other), found.Mac);
        return (found.Error, isRight && Math.Abs(now.ToUnixTimeSeconds() - found.Time) <= found.Fudge);
    }

    private byte[] Mac(byte[] requestMac, byte[] message, long time, int fudge, int error, byte[] other)
    {
        var digested = new MessageWriter();
        if (requestMac.Length > 0)
        {
            digested.UInt16(requestMac.Length);
            digested.Octets(requestMac);
        }
        digested.Octets(message);
        digested.Name(key.Name);
        digested.UInt16(ClassAny);
        digested.UInt32(0);
        digested.Name(Algorithm);
        Time(digested, time);
        digested.UInt16(fudge);
        digested.UInt16(error);
        digested.UInt16(other.Length);
        digested.Octets(other);
        return HMACSHA256.HashData(key.Secret, digested.ToArray());
    }

    private static void Time(MessageWriter writer, long seconds)
    {
        writer.UInt16((int)(seconds >> 32));
        writer.UInt32((uint)seconds);
    }

    // The signature is the last record of the last section.
    private static bool TryFind(ReadOnlySpan<byte> message, out int start)
    {
        start = 0;
        var reader = new MessageReader(message) { Position = 4 };
        if (!reader.TryReadUInt16(out var zones) || !reader.TryReadUInt16(out var first) || !reader.TryReadUInt16(out var second) || !reader.TryReadUInt16(out var third) || third == 0) return false;
        for (var i = 0; i < zones; i++)
            if (!reader.TryReadName(out _) || !reader.TryReadBytes(4, out _)) return false;
        for (var left = first + second + third; left > 0; left--)
        {
            start = reader.Position;
            if (!reader.TryReadName(out _) || !reader.TryReadUInt16(out var type) || !reader.TryReadBytes(6, out _) || !reader.TryReadUInt16(out var length) || !reader.TryReadBytes(length, out _)) return false;
            if (left == 1) return type == Type && reader.Position == message.Length;
        }
        return false;
    }

    private static bool TryRead(ReadOnlySpan<byte> message, int start, out SignatureRecord found)
    {
        found = default;
        var reader = new MessageReader(message) { Position = start };
        if (!reader.TryReadName(out var name) || !reader.TryReadBytes(10, out _) || !reader.TryReadName(out var algorithm)) return false;
        if (!reader.TryReadUInt16(out var high) || !reader.TryReadUInt32(out var low) || !reader.TryReadUInt16(out var fudge)) return false;
        if (!reader.TryReadUInt16(out var size) || !reader.TryReadBytes(size, out var mac) || !reader.TryReadUInt16(out var id)) return false;
        if (!reader.TryReadUInt16(out var error) || !reader.TryReadUInt16(out var otherSize) || !reader.TryReadBytes(otherSize, out var other)) return false;
        found = new SignatureRecord(name, algorithm, ((long)high << 32) | low, fudge, mac.ToArray(), id, error, other.ToArray());
        return reader.Position == message.Length;
    }

    private readonly record struct SignatureRecord(DomainName Name, DomainName Algorithm, long Time, int Fudge, byte[] Mac, int Id, int Error, byte[] Other);
}
