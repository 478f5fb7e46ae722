using Todoku.Logs.Sources.Journal;

namespace Todoku.Logs.Sources.Opening;

/// <summary>
/// Opens inputs as plain log lines: an uncompressed file as it is, a compressed one through its decoder, the journal's export format
/// through its converter, JSON over several lines put on one; all told apart by content.
/// </summary>
internal static class LogOpener
{
    /// <summary>Opens a file.</summary>
    /// <exception cref="IOException">It vanished, or can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">No permission.</exception>
    public static LogStream OpenFile(string path) => OpenFile(path, out _, CancellationToken.None);

    /// <summary>Opens a file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="canReopen">False for a pipe: what is read from it is gone.</param>
    /// <param name="interrupted">Ends the reading of a pipe, however silent it is.</param>
    public static LogStream OpenFile(string path, out bool canReopen, CancellationToken interrupted)
    {
        var handle = File.OpenHandle(
            path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);
        try
        {
            Span<byte> head = stackalloc byte[JournalExportStream.SniffLength];
            var stream = new FileStream(handle, FileAccess.Read, bufferSize: 1);
            canReopen = stream.CanSeek;
            if (!canReopen) return OpenStream(path, new InterruptibleStream(stream, interrupted));
            head = head[..RandomAccess.Read(handle, head, 0)];
            var isPlain = CompressionSniffer.Sniff(head) == Compression.None && !JournalExportStream.IsExport(head) && !PrettyJsonStream.IsPretty(head);
            return isPlain ? new FileLogStream(path, handle) : OpenStream(path, stream);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>Opens what comes out of standard input, a pipe or a command.</summary>
    /// <param name="name">Its name, for problems.</param>
    /// <param name="input">The bytes; closed with the stream.</param>
    public static LogStream OpenStream(string name, Stream input)
    {
        var decoded = new DecodedLogStream(name, input);
        var head = decoded.Peek(JournalExportStream.SniffLength);
        if (JournalExportStream.IsExport(head)) return new JournalExportStream(decoded);
        return PrettyJsonStream.IsPretty(head) ? new PrettyJsonStream(decoded) : decoded;
    }
}
