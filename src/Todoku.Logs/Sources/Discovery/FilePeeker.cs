using System.Buffers.Binary;
using Todoku.Logs.Sources.Opening;

namespace Todoku.Logs.Sources.Discovery;

/// <summary>Looks at a file's head and, when it is not compressed, its tail.</summary>
/// <param name="interrupted">Ends the reading of a pipe.</param>
internal sealed class FilePeeker(CancellationToken interrupted)
{
    private const int PeekLength = 64 * 1024;
    private const int MaxHashedLine = 4096;

    private readonly LineTimePeek _times = new();
    private readonly byte[] _buffer = new byte[PeekLength];

    /// <summary>Looks at a file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="problem">Why it can't be read, when the answer is null.</param>
    /// <param name="pipe">The opened stream of a pipe, which can't be looked at; the answer is then null without a problem.</param>
    public FoundFile? Peek(string path, out LogProblem? problem, out LogStream? pipe)
    {
        problem = null;
        pipe = null;
        try
        {
            var stream = LogOpener.OpenFile(path, out var canReopen, interrupted);
            if (!canReopen)
            {
                pipe = stream;
                return null;
            }
            using (stream) return Peek(path, stream, out problem);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            problem = LogProblem.From(path, e);
            return null;
        }
    }

    private FoundFile? Peek(string path, LogStream stream, out LogProblem? problem)
    {
        var length = stream.ReadAtLeast(_buffer, PeekLength, throwOnEndOfStream: false);
        var head = _buffer.AsSpan(0, length);
        problem = length == 0 ? stream.Problem ?? new LogProblem(path, LogProblemKind.Empty, "")
            : BinarySniffer.LooksBinary(head) ? new LogProblem(path, LogProblemKind.Binary, BinaryKind.Of(head))
            : null;
        if (problem is not null) return null;

        var info = new FileInfo(path);
        var found = new FoundFile
        {
            Path = path,
            Length = info.Length,
            LastWrite = LastWrite(path, info),
            IsPlain = stream is FileLogStream,
            FirstLineHash = HashFirstLine(head),
            HoldsMail = MailMarkers.StandIn(head),
            FirstStamp = _times.First(head),
        };
        return found.IsPlain ? PeekTail(found, stream) : found;
    }

    private FoundFile PeekTail(FoundFile found, LogStream head)
    {
        if (found.Length <= PeekLength) return found with { LastStamp = _times.Last(_buffer.AsSpan(0, (int)head.StoredBytesRead)) };
        using var handle = File.OpenHandle(found.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var length = RandomAccess.Read(handle, _buffer, found.Length - PeekLength);
        var tail = _buffer.AsSpan(0, length);
        return found with { LastStamp = _times.Last(tail), HoldsMail = found.HoldsMail || MailMarkers.StandIn(tail) };
    }

    // gzip keeps the time of the file it compressed (RFC 1952, section 2.3: MTIME), which survives copying without -p.
    private static DateTimeOffset LastWrite(string path, FileInfo info)
    {
        var written = new DateTimeOffset(info.LastWriteTimeUtc, TimeSpan.Zero);
        Span<byte> header = stackalloc byte[8];
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (RandomAccess.Read(handle, header, 0) < header.Length || CompressionSniffer.Sniff(header) != Compression.Gzip) return written;
        var seconds = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
        var noted = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return seconds > 0 && noted < written ? noted : written;
    }

    private static ulong HashFirstLine(ReadOnlySpan<byte> head)
    {
        var end = head.IndexOf((byte)'\n');
        var line = head[..Math.Min(end < 0 ? head.Length : end, MaxHashedLine)];
        var hash = 14695981039346656037UL; // FNV-1a
        foreach (var value in line) hash = (hash ^ value) * 1099511628211UL;
        return hash;
    }
}
