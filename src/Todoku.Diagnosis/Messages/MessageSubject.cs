using System.Text;
using Todoku.Diagnosis.Messages.Links;
using Todoku.Mail.Messages.Notices;
using Todoku.Mail.Messages.Parts;
using Todoku.Diagnosis.Messages.Routes;
using Todoku.Mail;
using Todoku.Mail.Authors;
using Todoku.Mail.Messages;

namespace Todoku.Diagnosis.Messages;

/// <summary>A message, read once for all points: header, parts, links, way, and what it is. Whatever it holds, it can be read.</summary>
public sealed class MessageSubject
{
    /// <summary>The most Received fields that are read.</summary>
    public const int MaxHops = 100;

    private const int MaxText = 2_000;

    private MessageSubject(MessageHeaders headers)
    {
        Headers = headers;
        Author = AuthorDomain.OfMessage(headers);
        Hops = [.. headers.All("Received"u8).Take(MaxHops).Select(ReceivedHop.Read)];
    }

    /// <summary>The header, and the whole message octet for octet.</summary>
    public MessageHeaders Headers { get; }

    /// <summary>Whether its lines ended in LF in the file; signatures are verified over CRLF.</summary>
    public bool HadUnixLineEnds { get; private init; }

    /// <summary>Whether only its beginning was read.</summary>
    public bool IsCut { get; private init; }

    /// <summary>Whether what is signed was not read whole: only a beginning of the message, or of its header.</summary>
    public bool IsReadInPart => IsCut || !Headers.IsComplete;

    /// <summary>Whether only the header is known, as in many bounces.</summary>
    public bool IsHeaderOnly { get; private init; }

    /// <summary>The parts.</summary>
    public PartList Parts { get; private init; } = new([], PartCut.None);

    /// <summary>The links of the texts, each host and shown host once or more, at most <see cref="LinkScan.MaxLinks"/> of each part.</summary>
    public IReadOnlyList<MessageLink> Links { get; private init; } = [];

    /// <summary>What it says of another message.</summary>
    public MessageNotice Notice { get; private init; } = MessageNotice.None;

    /// <summary>The Received fields, the topmost (last written) first.</summary>
    public IReadOnlyList<ReceivedHop> Hops { get; }

    /// <summary>The domain of From, or why there is none.</summary>
    public AuthorDomain Author { get; }

    /// <summary>The domain of From; null when there is none.</summary>
    public DomainName? AuthorDomainName => (Author as AuthorDomain.One)?.Domain;

    /// <summary>Reads a message.</summary>
    /// <param name="headers">The message; lines end in CRLF.</param>
    /// <param name="hadUnixLineEnds">Whether they ended in LF before.</param>
    /// <param name="isCut">Whether only its beginning is there.</param>
    public static MessageSubject Read(MessageHeaders headers, bool hadUnixLineEnds = false, bool isCut = false)
    {
        ArgumentNullException.ThrowIfNull(headers);
        var parts = PartList.Of(headers);
        return new MessageSubject(headers)
        {
            HadUnixLineEnds = hadUnixLineEnds,
            IsCut = isCut,
            Parts = parts,
            Links = [.. parts.Bodies.SelectMany(LinksOf).DistinctBy(link => (link.Host, link.ShownHost, link.IsLoaded)).Take(LinkScan.MaxLinks)],
            Notice = NoticeReader.Read(headers, parts),
        };
    }

    /// <summary>Reads the header of a message that a bounce or complaint holds.</summary>
    public static MessageSubject ReadHeader(ReadOnlyMemory<byte> message)
    {
        var headers = MessageHeaders.Parse(MessageLineEnds.ToCrlf(message, out var isUnix));
        return new MessageSubject(headers) { HadUnixLineEnds = isUnix, IsHeaderOnly = true };
    }

    /// <summary>The value of the first field of a name in one line, at most 2,000 octets of it; empty when there is none.</summary>
    public string First(string name)
    {
        var fields = Headers.All(Encoding.ASCII.GetBytes(name));
        return fields.Count == 0 ? "" : TextOf(fields[0]);
    }

    /// <summary>The value of a field in one line, at most 2,000 octets of it.</summary>
    public static string TextOf(HeaderField field)
    {
        var octets = field.Unfold().AsSpan();
        return Encoding.UTF8.GetString(octets.Length > MaxText ? octets[..MaxText] : octets).ReplaceLineEndings(" ").Replace('\t', ' ');
    }

    private static IEnumerable<MessageLink> LinksOf(MessagePart part) => part.Type == "text/html" ? LinkScan.OfHtml(part.Text.Span) : LinkScan.OfText(part.Text);
}
