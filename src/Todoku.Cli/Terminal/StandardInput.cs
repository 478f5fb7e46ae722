namespace Todoku.Cli.Terminal;

/// <summary>Tells what standard input is connected to.</summary>
internal static class StandardInput
{
    private const string Link = "/proc/self/fd/0";

    /// <summary>What it is.</summary>
    public static StreamKind Kind()
    {
        if (!Console.IsInputRedirected) return StreamKind.Terminal;
        try
        {
            var target = new FileInfo(Link).LinkTarget;
            return target is not null && target.StartsWith("pipe:", StringComparison.Ordinal) ? StreamKind.Pipe : StreamKind.Other;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return StreamKind.Other;
        }
    }
}
