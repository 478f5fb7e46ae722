using Todoku.Logs.Envelopes;

namespace Todoku.Logs.Sources.Discovery;

/// <summary>A readable file and what a look at its ends told.</summary>
internal sealed record FoundFile
{
    /// <summary>Its path as given or found.</summary>
    public required string Path { get; init; }

    /// <summary>Length as stored.</summary>
    public required long Length { get; init; }

    /// <summary>When it was last written, by the file system or, where that is earlier, by the compressor's note in the file.</summary>
    public required DateTimeOffset LastWrite { get; init; }

    /// <summary>Whether it is stored uncompressed, so that its end could be looked at.</summary>
    public required bool IsPlain { get; init; }

    /// <summary>Identifies the first line: files of the same content have the same.</summary>
    public required ulong FirstLineHash { get; init; }

    /// <summary>Whether lines of a mail server stand at its ends.</summary>
    public required bool HoldsMail { get; init; }

    /// <summary>The first line's stamp.</summary>
    public LogTime? FirstStamp { get; init; }

    /// <summary>The last line's stamp.</summary>
    public LogTime? LastStamp { get; init; }

    /// <summary>When it begins, once placed on the time line; null when no line had a time.</summary>
    public DateTimeOffset? First { get; init; }

    /// <summary>When it ends, at the latest.</summary>
    public DateTimeOffset Last { get; init; }
}
