using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Mail.Messages;

namespace Todoku.Cli.Messages;

/// <summary>A message as a file or standard input holds it, brought into the form in which it travels.</summary>
/// <param name="Headers">The message.</param>
/// <param name="HadUnixLineEnds">Whether its lines ended in LF and were made CRLF.</param>
internal sealed record MessageFile(MessageHeaders Headers, bool HadUnixLineEnds)
{
    /// <summary>The most octets of a message.</summary>
    public const int MaxLength = 256 * 1024 * 1024;

    private const string StandardInput = "-";
    private const int FirstLength = 64 * 1024;

    /// <summary>Reads a message for a person.</summary>
    /// <param name="path">The file, or <c>-</c>.</param>
    /// <param name="console">Where standard input is.</param>
    /// <param name="texts">The language.</param>
    /// <param name="mayBeEmpty">Whether an empty file is a message without fields; else it can't be read.</param>
    /// <exception cref="UnreadableException">It can't be read; the message says why.</exception>
    public static MessageFile Read(string path, CliConsole console, SignatureTexts texts, bool mayBeEmpty = false)
    {
        try
        {
            using var stream = path == StandardInput ? console.OpenInput() : Open(path);
            if (ReadAll(stream) is not { } octets) throw new UnreadableException(texts.TooLarge(path, MaxLength / 1024 / 1024));
            return octets.IsEmpty && !mayBeEmpty ? throw new UnreadableException(texts.NoMessage(path)) : Of(octets);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UnreadableException(texts.NoFile(path));
        }
    }

    /// <summary>Reads a message for a line of a batch.</summary>
    /// <exception cref="IOException">It can't be read.</exception>
    public static MessageFile Read(string path)
    {
        using var stream = Open(path);
        return Of(ReadAll(stream) ?? throw new IOException($"{path} is larger than {MaxLength} octets"));
    }

    private static MessageFile Of(ReadOnlyMemory<byte> octets)
    {
        var message = MessageLineEnds.ToCrlf(octets, out var changed);
        return new MessageFile(MessageHeaders.Parse(message), changed);
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);

    // Null when it is too long. One buffer, of the file's length where that is known.
    private static ReadOnlyMemory<byte>? ReadAll(Stream stream)
    {
        var expected = stream.CanSeek ? stream.Length : FirstLength;
        if (expected > MaxLength) return null;
        var buffer = GC.AllocateUninitializedArray<byte>((int)expected + 1);
        var length = 0;
        while (true)
        {
            var read = stream.Read(buffer.AsSpan(length));
            if (read == 0) return buffer.AsMemory(0, length);
            length += read;
            if (length > MaxLength) return null;
            if (length == buffer.Length) Array.Resize(ref buffer, Math.Min(buffer.Length * 2, MaxLength + 1));
        }
    }
}
