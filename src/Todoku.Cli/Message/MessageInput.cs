using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Messages;
using Todoku.Mail.Messages;

namespace Todoku.Cli.Message;

/// <summary>FILE of <c>message</c>: one message, or a mailbox of which some are wanted.</summary>
internal sealed class MessageInput(string path, CliConsole console, CliTexts texts)
{
    /// <summary>The most octets of a message that are read; of a longer one the beginning is looked at.</summary>
    public const int MaxLength = 150 * 1024 * 1024;

    private const string StandardInput = "-";

    /// <summary>What a person calls it.</summary>
    public string Title => path == StandardInput ? texts.Message.StandardInput : Name;

    /// <summary>What programs call it: the file's name, or <c>-</c>.</summary>
    public string Name => path == StandardInput ? StandardInput : Path.GetFileName(path);

    /// <summary>Reads the messages that are wanted, one at a time.</summary>
    /// <param name="number">The number of the only one wanted, from 1; null for the first.</param>
    /// <param name="isAllWanted">Whether all are wanted.</param>
    /// <exception cref="UnreadableException">The file can't be read, or holds no such message.</exception>
    public IEnumerable<(int Number, MessageSubject Message)> Read(int? number, bool isAllWanted)
    {
        using var stream = Open();
        var reader = new MailboxReader(stream, MaxLength);
        var wanted = number ?? 1;
        var count = 0;
        while (reader.Next(isAllWanted || count + 1 == wanted) is { } octets)
        {
            count++;
            if (isAllWanted || count == wanted)
            {
                if (octets.Length == 0) throw new UnreadableException(texts.Signature.NoMessage(path));
                yield return (count, Subject(octets, reader.IsCut));
            }
            if (!reader.IsMailbox) break;
        }
        if (count == 0) throw new UnreadableException(texts.Signature.NoMessage(path));
        if (!isAllWanted && count < wanted) throw new UnreadableException(texts.Message.NoSuchNumber(path, wanted, count));
        if (reader.IsMailbox && count > 1 && number is null && !isAllWanted) console.Error.WriteLine($"todoku: {texts.Message.MailboxNotice(path, count)}");
    }

    private static MessageSubject Subject(ReadOnlyMemory<byte> octets, bool isCut)
    {
        var message = MessageLineEnds.ToCrlf(octets, out var wasUnix);
        return MessageSubject.Read(MessageHeaders.Parse(message), wasUnix, isCut);
    }

    private Stream Open()
    {
        try
        {
            if (path == StandardInput) return console.OpenInput();
            if (Directory.Exists(path)) throw new UnreadableException(texts.Message.IsFolder(path));
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UnreadableException(texts.Signature.NoFile(path));
        }
    }
}
