using System.Text;
using Todoku.Cli.Commands;
using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Checks.Selectors;
using Todoku.Knowledge;
using Todoku.Mail;
using Todoku.Mail.Messages;

namespace Todoku.Cli.Check;

/// <summary>Reads the messages of <c>--mail</c>: files of one message, mailboxes, or standard input.</summary>
internal sealed class MailEvidence(CliConsole console, CliTexts texts, KnowledgeBase knowledge)
{
    // The header alone is of interest.
    private const int MaxOctets = 512 * 1024;

    // Of a large mailbox the last ones, which are the newest in an mbox.
    private const int MaxMessages = 2_000;
    private const string StandardInput = "-";

    /// <summary>Reads them all.</summary>
    /// <exception cref="UnreadableException">A file can't be read or is empty.</exception>
    public IReadOnlyList<MailSample> Read(IReadOnlyList<string> paths)
    {
        Queue<MailSample> samples = [];
        foreach (var path in paths)
        {
            using var stream = Open(path);
            var reader = new MailboxReader(stream, MaxOctets);
            var count = 0;
            while (reader.Next() is { } octets)
            {
                count++;
                var name = reader.IsMailbox ? $"{path} ({count})" : path;
                samples.Enqueue(MailSample.Read(name, MessageHeaders.Parse(MessageLineEnds.ToCrlf(octets, out _)), Organization));
                if (samples.Count > MaxMessages) samples.Dequeue();
                if (!reader.IsMailbox) break;
            }
            if (count == 0) throw new UnreadableException(texts.Signature.NoMessage(path));
        }
        return [.. samples];
    }

    private Stream Open(string path)
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

    private string Organization(DomainName name) => knowledge.OrganizationalDomain(Encoding.ASCII.GetBytes(name.ToString()));
}
