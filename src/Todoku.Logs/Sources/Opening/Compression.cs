namespace Todoku.Logs.Sources.Opening;

/// <summary>How an input is compressed.</summary>
internal enum Compression : byte
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>gzip (RFC 1952).</summary>
    Gzip,

    /// <summary>bzip2.</summary>
    Bzip2,

    /// <summary>xz.</summary>
    Xz,

    /// <summary>Zstandard (RFC 8878).</summary>
    Zstandard,
}
