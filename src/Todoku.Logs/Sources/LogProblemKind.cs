namespace Todoku.Logs.Sources;

/// <summary>Kinds of <see cref="LogProblem"/>.</summary>
public enum LogProblemKind
{
    /// <summary>No such file or folder, or it vanished before it was opened.</summary>
    NotFound,

    /// <summary>No permission to read it.</summary>
    NoPermission,

    /// <summary>The folder or pattern matches no log.</summary>
    NoLogs,

    /// <summary>It is empty.</summary>
    Empty,

    /// <summary>It is not text.</summary>
    Binary,

    /// <summary>The compressed data is broken or ends early; what could be unpacked was read.</summary>
    BrokenCompression,

    /// <summary>It was compressed with a window (dictionary) larger than is unpacked; what came before was read.</summary>
    WindowTooLarge,

    /// <summary>It became shorter while it was read; what came before was read.</summary>
    Truncated,

    /// <summary>Its content is that of another file; it was read once.</summary>
    Duplicate,

    /// <summary>Any other error of the system.</summary>
    ReadError,
}
