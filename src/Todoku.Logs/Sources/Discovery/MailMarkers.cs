using System.Buffers;
using Todoku.Logs.Sources.Opening;

namespace Todoku.Logs.Sources.Discovery;

/// <summary>Tells whether a log holds lines of a mail server.</summary>
internal static class MailMarkers
{
    /// <summary>A system log may hold a mail line a day: all of it is searched, up to this.</summary>
    public const long MaxSearched = 256L << 20;

    private const int ChunkLength = 256 * 1024;

    /// <summary>Whether any of the words stands in a text that mail servers put into their lines.</summary>
    public static bool StandIn(ReadOnlySpan<byte> text) =>
        text.IndexOf("postfix"u8) >= 0 || text.IndexOf("exim"u8) >= 0 || text.IndexOf(", status="u8) >= 0 || text.IndexOf(" T=remote_smtp"u8) >= 0;

    /// <summary>Searches a file. One that can't be read may hold mail, so that its problem comes up later.</summary>
    public static bool StandInFile(string path)
    {
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkLength);
        try
        {
            using var stream = LogOpener.OpenFile(path);
            for (long searched = 0; searched < MaxSearched; searched += ChunkLength)
            {
                var length = stream.ReadAtLeast(chunk, ChunkLength, throwOnEndOfStream: false);
                if (StandIn(chunk.AsSpan(0, length))) return true;
                if (length < ChunkLength) return false;
            }
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }
}
