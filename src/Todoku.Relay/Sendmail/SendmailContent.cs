using System.Buffers;
using System.Text;
using Todoku.Mail.Messages;

namespace Todoku.Relay.Sendmail;

/// <summary>
/// The message that a program wrote to the command, with CRLF line ends. All of it is read before anything is done with it, so that it can be sent and, when that
/// fails, kept; the beginning is in memory, the rest in a file that nobody else can open.
/// </summary>
public sealed class SendmailContent : IDisposable
{
    /// <summary>Octets that are held in memory. A header that is longer is cut.</summary>
    public const int MostInMemory = 1 << 20;

    private const int PieceLength = 64 << 10;

    private readonly MemoryStream _beginning = new();
    private FileStream? _rest;

    private SendmailContent()
    {
    }

    /// <summary>How many octets it has.</summary>
    public long Length => _beginning.Length + (_rest?.Length ?? 0);

    /// <summary>Whether it holds octets above 127.</summary>
    public bool IsEightBit { get; private set; }

    /// <summary>The fields of the header.</summary>
    public MessageHeaders Header { get; private set; } = MessageHeaders.Parse(default);

    /// <summary>Whether it has a From field.</summary>
    public bool HasFrom => Header.All("From"u8).Count > 0;

    /// <summary>Reads it to its end.</summary>
    /// <param name="input">What the program writes.</param>
    /// <param name="endsAtDot">Whether a line with a dot alone is the end.</param>
    /// <exception cref="IOException">It can't be read, or the file for a large one can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">There is no place for the file.</exception>
    public static SendmailContent Read(Stream input, bool endsAtDot)
    {
        ArgumentNullException.ThrowIfNull(input);
        var content = new SendmailContent();
        try
        {
            var lines = new CommandInput(endsAtDot);
            var piece = new byte[PieceLength];
            var output = new ArrayBufferWriter<byte>(PieceLength * 2);
            while (!lines.HasEnded)
            {
                var length = input.Read(piece);
                if (length == 0) break;
                lines.Take(piece.AsSpan(0, length), output);
                content.Add(output);
            }
            lines.Finish(output);
            content.Add(output);
            content.Header = MessageHeaders.Parse(HeaderOf(content._beginning.GetBuffer().AsMemory(0, (int)content._beginning.Length)));
            return content;
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }

    /// <summary>The message from its first octet, behind what is put before it. Only one such stream at a time.</summary>
    /// <param name="before">What is put before it.</param>
    public Stream Open(ReadOnlyMemory<byte> before)
    {
        var head = new MemoryStream(before.Length + (int)_beginning.Length);
        head.Write(before.Span);
        head.Write(_beginning.GetBuffer(), 0, (int)_beginning.Length);
        head.Position = 0;
        if (_rest is null) return head;
        _rest.Position = 0;
        return new JoinedStream(head, _rest);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _beginning.Dispose();
        _rest?.Dispose();
    }

    private void Add(ArrayBufferWriter<byte> output)
    {
        var octets = output.WrittenSpan;
        IsEightBit |= !Ascii.IsValid(octets);
        var room = MostInMemory - (int)_beginning.Length;
        if (room > 0)
        {
            var fitting = Math.Min(room, octets.Length);
            _beginning.Write(octets[..fitting]);
            octets = octets[fitting..];
        }
        if (!octets.IsEmpty) (_rest ??= OpenFile()).Write(octets);
        output.ResetWrittenCount();
    }

    private static ReadOnlyMemory<byte> HeaderOf(ReadOnlyMemory<byte> beginning)
    {
        if (beginning.Span.StartsWith("\r\n"u8)) return default;
        var end = beginning.Span.IndexOf("\r\n\r\n"u8);
        return end < 0 ? beginning : beginning[..(end + 4)];
    }

    private static FileStream OpenFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), $"todoku-sendmail-{Guid.NewGuid():n}"), options);
    }
}
