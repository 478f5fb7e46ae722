namespace Todoku.Logs.Sources;

/// <summary>Turns errors of the system into problems that are told and don't stop the reading.</summary>
internal static class Problems
{
    /// <summary>The problem that an error stands for.</summary>
    public static LogProblem Of(string file, Exception error) => new(file, KindOf(error), error.Message);

    private static LogProblemKind KindOf(Exception error) => error switch
    {
        FileNotFoundException or DirectoryNotFoundException => LogProblemKind.NotFound,
        UnauthorizedAccessException => LogProblemKind.NoPermission,
        InvalidDataException => LogProblemKind.BrokenCompression,
        _ => LogProblemKind.ReadError,
    };
}
