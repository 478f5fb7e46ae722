namespace Todoku.Logs.Dialects;

/// <summary>A part of a line, by its place: 4 bytes instead of a span, so that events can be kept.</summary>
/// <param name="Start">Offset from the start of the line, in bytes.</param>
/// <param name="Length">Length in bytes.</param>
internal readonly record struct Slice(ushort Start, ushort Length)
{
    /// <summary>Whether it has no bytes.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>The bytes, of the line this slice was cut from.</summary>
    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> line) => line.Slice(Start, Length);
}
