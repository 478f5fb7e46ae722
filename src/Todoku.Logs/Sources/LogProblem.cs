namespace Todoku.Logs.Sources;

/// <summary>An input that could not be read, or not to its end. Never an exception: the rest is read.</summary>
/// <param name="File">The file.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Detail">The system's words, if any; for <see cref="LogProblemKind.Duplicate"/> the file that was read instead, for
/// <see cref="LogProblemKind.NoLogs"/> what was looked for, for <see cref="LogProblemKind.WindowTooLarge"/> the limit.</param>
public sealed record LogProblem(string File, LogProblemKind Kind, string Detail)
{
    /// <summary>Names what an exception of opening or reading a file means.</summary>
    /// <param name="file">The file.</param>
    /// <param name="error">What was thrown.</param>
    public static LogProblem From(string file, Exception error) => new(file, KindOf(error), FirstLine(error.Message));

    private static LogProblemKind KindOf(Exception error) => error switch
    {
        FileNotFoundException or DirectoryNotFoundException => LogProblemKind.NotFound,
        UnauthorizedAccessException => LogProblemKind.NoPermission,
        InvalidDataException => LogProblemKind.BrokenCompression,
        _ => LogProblemKind.ReadError,
    };

    private static string FirstLine(string text) => text.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? text[..end] : text;
}
