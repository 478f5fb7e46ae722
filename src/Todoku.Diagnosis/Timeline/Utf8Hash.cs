using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Todoku.Diagnosis.Timeline;

/// <summary>
/// A fast 64 bit hash of byte strings (multiply and fold, 8 bytes a step), the same in every run, so that estimates built on it are
/// reproducible. Not keyed: nothing that matters may rest on two strangers' strings hashing differently.
/// </summary>
internal static class Utf8Hash
{
    private const ulong K0 = 0x9E3779B97F4A7C15;
    private const ulong K1 = 0xD6E8FEB86659FD93;
    private const ulong K2 = 0xA0761D6478BD642F;

    public static ulong Compute(ReadOnlySpan<byte> text)
    {
        var hash = K0 ^ (ulong)text.Length * K1;
        while (text.Length >= 8)
        {
            hash = Fold(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text), K2);
            text = text[8..];
        }
        ulong tail = 0;
        if (text.Length >= 4)
        {
            tail = BinaryPrimitives.ReadUInt32LittleEndian(text) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(text[^4..]) << 32);
        }
        else
        {
            foreach (var b in text) tail = (tail << 8) | b;
        }
        return Mix(hash ^ tail);
    }

    /// <summary>Joins two hashes; the order matters.</summary>
    public static ulong Combine(ulong first, ulong second) => Fold(BitOperations.RotateLeft(first, 23) ^ second ^ K0, K1);

    /// <summary>Spreads a number that may be small or regular over all 64 bits (the finalizer of MurmurHash3).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 33)) * 0xFF51AFD7ED558CCD;
        value = (value ^ (value >> 33)) * 0xC4CEB9FE1A85EC53;
        return value ^ (value >> 33);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Fold(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return high ^ low;
    }
}
