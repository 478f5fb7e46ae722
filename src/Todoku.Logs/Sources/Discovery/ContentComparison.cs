using System.Buffers;
using Todoku.Logs.Sources.Opening;

namespace Todoku.Logs.Sources.Discovery;

/// <summary>Compares two files by what they hold once decompressed.</summary>
internal static class ContentComparison
{
    /// <summary>Two files that agree this far are taken for the same.</summary>
    public const long MaxCompared = 256L << 20;

    private const int ChunkLength = 256 * 1024;

    /// <summary>Compares.</summary>
    /// <param name="left">Path of the first file.</param>
    /// <param name="right">Path of the second file.</param>
    public static ContentRelation Compare(string left, string right)
    {
        var chunk = ArrayPool<byte>.Shared.Rent(2 * ChunkLength);
        try
        {
            using var leftStream = LogOpener.OpenFile(left);
            using var rightStream = LogOpener.OpenFile(right);
            return Compare(leftStream, rightStream, chunk.AsSpan(0, ChunkLength), chunk.AsSpan(ChunkLength, ChunkLength));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ContentRelation.Different;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    private static ContentRelation Compare(Stream left, Stream right, Span<byte> leftChunk, Span<byte> rightChunk)
    {
        for (long compared = 0; compared < MaxCompared; compared += ChunkLength)
        {
            var leftLength = left.ReadAtLeast(leftChunk, ChunkLength, throwOnEndOfStream: false);
            var rightLength = right.ReadAtLeast(rightChunk, ChunkLength, throwOnEndOfStream: false);
            var both = Math.Min(leftLength, rightLength);
            if (!leftChunk[..both].SequenceEqual(rightChunk[..both])) return ContentRelation.Different;
            if (leftLength < rightLength) return ContentRelation.FirstIsPrefix;
            if (rightLength < leftLength) return ContentRelation.SecondIsPrefix;
            if (leftLength < ChunkLength) break;
        }
        return ContentRelation.Same;
    }
}
