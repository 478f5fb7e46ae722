using System.Runtime.CompilerServices;

namespace Todoku.Knowledge.Images;

/// <summary>An array of values that lies within a knowledge image and is read in place.</summary>
/// <typeparam name="T">The record.</typeparam>
internal readonly unsafe struct ImageTable<T>(T* start, int length)
    where T : unmanaged
{
    /// <summary>Where the first record lies.</summary>
    public T* Start => start;

    /// <summary>How many records there are.</summary>
    public int Length => length;

    /// <summary>All records.</summary>
    public ReadOnlySpan<T> Span => new(start, length);

    /// <summary>The record at an index that is checked.</summary>
    public ref readonly T this[uint index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, (uint)length);
            return ref start[index];
        }
    }

    /// <summary>The list that begins at an index: a count, then the items.</summary>
    public ReadOnlySpan<T> List(uint index, out uint next)
    {
        var count = typeof(T) == typeof(uint) ? Unsafe.BitCast<T, uint>(this[index]) : throw new NotSupportedException();
        next = index + 1 + count;
        return Span.Slice((int)index + 1, (int)count);
    }
}
