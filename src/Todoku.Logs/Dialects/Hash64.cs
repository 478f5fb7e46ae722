using System.Buffers.Binary;

namespace Todoku.Logs.Dialects;

/// <summary>A fast 64-bit hash for keys of messages. Two different keys among a million in flight meet with a chance below 1 in 10 million.</summary>
internal static class Hash64
{
    private const ulong Odd1 = 0x9E3779B97F4A7C15;
    private const ulong Odd2 = 0xD6E8FEB86659FD93;

    /// <summary>Hashes <paramref name="bytes"/> on top of <paramref name="seed"/>.</summary>
    public static ulong Of(ReadOnlySpan<byte> bytes, ulong seed = 0)
    {
        var hash = seed ^ ((ulong)bytes.Length * Odd1);
        while (bytes.Length >= 8)
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[8..];
        }
        ulong tail = 0;
        for (var i = 0; i < bytes.Length; i++) tail |= (ulong)bytes[i] << (i * 8);
        return Mix(hash ^ tail ^ Odd2);
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 32)) * Odd2;
        return (value ^ (value >> 29)) * Odd1;
    }
}
