namespace Todoku.Logs.Dialects;

/// <summary>A line and its places: as read, in its block; and plain, which is the same or stands in the block's side buffer.</summary>
internal readonly ref struct PlacedLine
{
    /// <summary>The line as read.</summary>
    public required ReadOnlySpan<byte> Read { get; init; }

    /// <summary>Its offset in the block.</summary>
    public required int ReadStart { get; init; }

    /// <summary>The plain line.</summary>
    public required ReadOnlySpan<byte> Plain { get; init; }

    /// <summary>Its offset, in the block or its side buffer.</summary>
    public required int PlainStart { get; init; }

    /// <summary>Whether the plain line stands in the side buffer.</summary>
    public bool IsRewritten { get; init; }
}
