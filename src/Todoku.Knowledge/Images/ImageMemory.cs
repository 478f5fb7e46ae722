using System.Buffers;

namespace Todoku.Knowledge.Images;

/// <summary>A part of an image as memory, for those who can't take a span; not copied.</summary>
internal sealed unsafe class ImageMemory(ImageTable<byte> table) : MemoryManager<byte>
{
    public override Span<byte> GetSpan() => new(table.Start, table.Length);

    // Images never move: they lie in the program's file or in a pinned array.
    public override MemoryHandle Pin(int elementIndex = 0) => new(table.Start + elementIndex);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
