using System.Runtime.InteropServices;
using MimeKit;

namespace Todoku.Mail.Messages.Parts;

/// <summary>
/// Walks over the parts of a message and keeps where each lies. No tree is built and nothing is decoded on the way, so that a message of a
/// million parts costs no more memory than <see cref="PartLimits.MaxParts"/>; the walk ends there.
/// </summary>
internal sealed class PartWalk : MimeReader
{
    private readonly ReadOnlyMemory<byte> _message;
    private readonly CancellationTokenSource _stop;
    private readonly Stack<string> _multiparts = new();
    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);
    private readonly Stack<int> _places = new();
    private int _attachedMessages;
    private (long Begin, long End) _content;

    private PartWalk(ReadOnlyMemory<byte> message, Stream stream, CancellationTokenSource stop)
        : base(new ParserOptions { MaxMimeDepth = PartLimits.MaxDepth }, stream, MimeFormat.Entity)
    {
        _message = message;
        _stop = stop;
    }

    private List<MessagePart> Parts { get; } = [];

    // How many multiparts lay in one another at most, and how many entities there were.
    private int Depth { get; set; }

    private int Count { get; set; }

    /// <summary>Walks.</summary>
    /// <param name="message">The message.</param>
    public static PartList Read(ReadOnlyMemory<byte> message)
    {
        if (HasEndlessLine(message.Span)) return new PartList([], PartCut.EndlessField);
        using var stop = new CancellationTokenSource();
        using var stream = StreamOf(message);
        var walk = new PartWalk(message, stream, stop);
        var cut = PartCut.None;
        try
        {
            walk.ReadEntity(stop.Token);
        }
        catch (OperationCanceledException)
        {
            cut = PartCut.TooMany;
        }
        catch (Exception broken) when (broken is FormatException or ArgumentException or InvalidOperationException or IndexOutOfRangeException)
        {
            cut = PartCut.Broken;
        }
        if (cut == PartCut.None && walk.Depth >= PartLimits.MaxDepth) cut = PartCut.TooDeep;
        return new PartList(Decoded(walk.Parts), cut);
    }

    protected override void OnHeadersBegin(long beginOffset, int beginLineNumber, CancellationToken cancellationToken) => _fields.Clear();

    protected override void OnHeaderRead(Header header, int beginLineNumber, CancellationToken cancellationToken)
    {
        if (header.Field.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)) _fields.TryAdd(header.Field, header.Value.Length > 4096 ? header.Value[..4096] : header.Value);
    }

    protected override void OnMultipartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken)
    {
        _multiparts.Push(TypeOf(contentType));
        Depth = Math.Max(Depth, _multiparts.Count + _attachedMessages);
        CountOne();
    }

    protected override void OnMultipartEnd(ContentType contentType, long beginOffset, int beginLineNumber, long headersEndOffset, long endOffset, int lines, CancellationToken cancellationToken) =>
        _multiparts.TryPop(out _);

    protected override void OnMessagePartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken)
    {
        CountOne();
        // Its end comes behind the parts inside; the place in the list is kept now.
        Parts.Add(PartOf(contentType, default));
        _places.Push(Parts.Count - 1);
        _attachedMessages++;
        Depth = Math.Max(Depth, _multiparts.Count + _attachedMessages);
    }

    protected override void OnMessagePartEnd(ContentType contentType, long beginOffset, int beginLineNumber, long headersEndOffset, long endOffset, int lines, CancellationToken cancellationToken)
    {
        _attachedMessages--;
        if (_places.TryPop(out var place)) Parts[place] = Parts[place] with { Content = Slice(headersEndOffset, endOffset) };
    }

    protected override void OnMimePartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken)
    {
        CountOne();
        _content = default;
        Parts.Add(PartOf(contentType, default));
    }

    protected override void OnMimePartContentEnd(long beginOffset, int beginLineNumber, long endOffset, int lines, NewLineFormat? newLineFormat, CancellationToken cancellationToken) =>
        _content = (beginOffset, endOffset);

    protected override void OnMimePartEnd(ContentType contentType, long beginOffset, int beginLineNumber, long headersEndOffset, long endOffset, int lines, CancellationToken cancellationToken)
    {
        if (Parts.Count > 0) Parts[^1] = Parts[^1] with { Content = Slice(_content.Begin, _content.End) };
    }

    private static List<MessagePart> Decoded(List<MessagePart> parts)
    {
        var decoder = new PartDecoder();
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            if (!part.Type.StartsWith("text/", StringComparison.Ordinal) && part.Type is not ("message/delivery-status" or "message/global-delivery-status" or "message/feedback-report")) continue;
            parts[i] = part with { Text = decoder.Decode(part.Content, part.Encoding, out var isCut), IsTextCut = isCut };
        }
        return parts;
    }

    private static string TypeOf(ContentType type) => $"{type.MediaType}/{type.MediaSubtype}".ToLowerInvariant();

    private static MemoryStream StreamOf(ReadOnlyMemory<byte> message) => MemoryMarshal.TryGetArray(message, out var array) && array.Array is { } octets
        ? new MemoryStream(octets, array.Offset, array.Count, writable: false)
        : new MemoryStream(message.ToArray(), writable: false);

    // A parser must hold a whole line of a header; a text without line ends can only be an attack, or is no message.
    private static bool HasEndlessLine(ReadOnlySpan<byte> message)
    {
        while (message.Length > PartLimits.MaxFieldLength)
        {
            var end = message[..PartLimits.MaxFieldLength].LastIndexOf((byte)'\n');
            if (end < 0) return true;
            message = message[(end + 1)..];
        }
        return false;
    }

    private void CountOne()
    {
        if (++Count <= PartLimits.MaxParts) return;
        _stop.Cancel();
        throw new OperationCanceledException(_stop.Token);
    }

    private ReadOnlyMemory<byte> Slice(long begin, long end)
    {
        var (from, to) = ((int)Math.Clamp(begin, 0, _message.Length), (int)Math.Clamp(end, 0, _message.Length));
        return to > from ? _message[from..to] : default;
    }

    private MessagePart PartOf(ContentType type, ReadOnlyMemory<byte> content)
    {
        var disposition = _fields.TryGetValue("Content-Disposition", out var value) && ContentDisposition.TryParse(value.Trim(), out var parsed) ? parsed : null;
        return new MessagePart
        {
            Type = TypeOf(type),
            Parent = _multiparts.TryPeek(out var parent) ? parent : "",
            Charset = type.Charset?.Trim() ?? "",
            Encoding = _fields.TryGetValue("Content-Transfer-Encoding", out var encoding) ? encoding.Split(';', '(')[0].Trim().ToLowerInvariant() : "",
            FileName = disposition?.FileName ?? type.Name ?? "",
            IsAttachment = disposition?.IsAttachment ?? false,
            IsInAttachedMessage = _attachedMessages > 0,
            Content = content,
        };
    }
}
