namespace Todoku.Logs.Sources.Opening;

/// <summary>Compressed data asks its reader for more memory than is given.</summary>
/// <param name="limit">The most that is given, in bytes.</param>
internal sealed class WindowTooLargeException(long limit) : IOException($"{limit >> 20} MiB")
{
    /// <summary>A MiB.</summary>
    public const int MiB = 1 << 20;
}
