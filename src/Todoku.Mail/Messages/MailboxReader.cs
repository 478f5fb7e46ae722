namespace Todoku.Mail.Messages;

/// <summary>
/// Reads a stream that holds one message or a mailbox of them (mbox, RFC 4155): one message at a time, whatever the mailbox's size. A message
/// begins at a line "From " at the beginning or behind an empty line. Octets are not changed: a line ">From " stays so.
/// </summary>
/// <param name="stream">The stream; the caller closes it.</param>
/// <param name="maxLength">The most octets of one message that are kept.</param>
public sealed class MailboxReader(Stream stream, int maxLength)
{
    private const int BlockLength = 128 * 1024;
    private const int FirstLength = 64 * 1024;

    private readonly byte[] _block = new byte[BlockLength];
    private int _start;
    private int _end;
    private bool _isAtEnd;
    private bool _isOpened;

    /// <summary>Whether the stream is a mailbox; known after the first message was read.</summary>
    public bool IsMailbox { get; private set; }

    /// <summary>Whether the message that was read last had more octets than are kept.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Reads the next message.</summary>
    /// <param name="isWanted">Whether its octets are kept; else it is passed over, and what is returned is empty.</param>
    /// <returns>The message; null when there is none left.</returns>
    /// <exception cref="IOException">The stream can't be read.</exception>
    public ReadOnlyMemory<byte>? Next(bool isWanted = true)
    {
        if (!_isOpened)
        {
            _isOpened = true;
            Fill();
            IsMailbox = IsSeparator(_block.AsSpan(_start, _end - _start));
        }
        if (_start == _end) return null;
        IsCut = false;
        var message = new Piece(isWanted ? maxLength : 0, IsMailbox ? 0 : ExpectedLength());
        var (isLineStart, isAfterEmpty, isFirst) = (true, true, true);
        while (_start < _end)
        {
            // Five octets tell whether a message begins here.
            if (isLineStart && _end - _start < 5) Fill();
            var rest = _block.AsSpan(_start, _end - _start);
            if (IsMailbox && isLineStart && isAfterEmpty && !isFirst && IsSeparator(rest)) break;
            isFirst = false;
            var length = IsMailbox ? rest.IndexOf((byte)'\n') + 1 : rest.Length;
            var isWhole = length > 0;
            var line = isWhole ? rest[..length] : rest;
            isAfterEmpty = isLineStart && isWhole && line is [(byte)'\n'] or [(byte)'\r', (byte)'\n'];
            isLineStart = isWhole;
            message.Add(line);
            _start += line.Length;
            if (_start == _end) Fill();
        }
        IsCut = isWanted && message.IsCut;
        return IsMailbox ? WithoutLastLine(message.Octets) : message.Octets;
    }

    private static bool IsSeparator(ReadOnlySpan<byte> text)
    {
        if (!text.StartsWith("From "u8)) return false;
        var line = text[..(text.IndexOf((byte)'\n') is >= 0 and var end ? end : text.Length)];
        // "From : a@example.com" is a header field in obsolete syntax.
        return !line[4..].TrimStart(" \t"u8).StartsWith(":"u8);
    }

    // The empty line before the next "From " belongs to the mailbox.
    private static ReadOnlyMemory<byte> WithoutLastLine(ReadOnlyMemory<byte> message) =>
        message.Span.EndsWith("\r\n\r\n"u8) ? message[..^2] : message.Span.EndsWith("\n\n"u8) ? message[..^1] : message;

    private int ExpectedLength() => stream.CanSeek ? (int)Math.Min(stream.Length, maxLength) : 0;

    private void Fill()
    {
        if (_isAtEnd) return;
        _block.AsSpan(_start, _end - _start).CopyTo(_block);
        (_start, _end) = (0, _end - _start);
        var read = stream.ReadAtLeast(_block.AsSpan(_end), Math.Min(FirstLength, BlockLength - _end), throwOnEndOfStream: false);
        _end += read;
        _isAtEnd = read == 0;
    }

    private sealed class Piece(int most, int expected)
    {
        private byte[] _octets = new byte[Math.Min(Math.Max(expected, FirstLength), Math.Max(most, 0))];
        private int _length;

        public bool IsCut { get; private set; }

        public ReadOnlyMemory<byte> Octets => _octets.AsMemory(0, _length);

        public void Add(ReadOnlySpan<byte> octets)
        {
            if (octets.Length > most - _length)
            {
                octets = octets[..(most - _length)];
                IsCut = true;
            }
            if (_octets.Length < _length + octets.Length) Array.Resize(ref _octets, (int)Math.Min(Math.Max(2L * _octets.Length, _length + octets.Length), most));
            octets.CopyTo(_octets.AsSpan(_length));
            _length += octets.Length;
        }
    }
}
