using Todoku.Logs.Sources.Journal;

namespace Todoku.Logs.Sources.Opening;

/// <summary>
/// Opens inputs as plain log lines: an uncompressed file as it is, a compressed one through its decoder, the journal's export format
/// through its converter; all told apart by content.
/// </summary>
internal static class LogOpener
{
    /// <summary>Opens a file.</summary>
    /// <exception cref="IOException">It vanished, or can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">No permission.</exception>
    public static LogStream OpenFile(string path) => OpenFile(path, out _);

    /// <summary>Opens a file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="canReopen">False for a pipe: what is read from it is gone.</param>
    public static LogStream OpenFile(string path, out bool canReopen)
    {
        var handle = File.OpenHandle(
            path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);
        try
        {
            Span<byte> head = stackalloc byte[JournalExportStream.SniffLength];
            var stream = new FileStream(handle, FileAccess.Read, bufferSize: 1);
            canReopen = stream.CanSeek;
            if (!canReopen) return OpenStream(path, stream);
            head = head[..RandomAccess.Read(handle, head, 0)];
            var isPlain = CompressionSniffer.Sniff(head) == Compression.None && !JournalExportStream.IsExport(head);
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
        return JournalExportStream.IsExport(decoded.Peek(JournalExportStream.SniffLength)) ? new JournalExportStream(decoded) : decoded;
    }
}
