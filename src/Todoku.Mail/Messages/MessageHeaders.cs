namespace Todoku.Mail.Messages;

/// <summary>
/// The header of a message, read from its octets: fields in their order, and where the body begins (RFC 5322, section 2.1).
/// Nothing is decoded and nothing is changed. Any input can be read: what is wrong is said by <see cref="Defects"/>.
/// </summary>
/// <remarks>
/// Lines end in CRLF. When the first line ends in a bare LF, as in files saved on Unix, LF ends all lines of the header;
/// <see cref="MessageLineEnds"/> brings such a message into the form that travels.
/// </remarks>
public sealed class MessageHeaders
{
    /// <summary>The most fields that are read.</summary>
    public const int MaxFields = 20_000;

    /// <summary>The most octets of a header that are read.</summary>
    public const int MaxLength = 4 * 1024 * 1024;

    private readonly HeaderField[] _fields;

    private MessageHeaders(ReadOnlyMemory<byte> message, HeaderField[] fields, int bodyOffset, HeaderDefects defects)
    {
        Message = message;
        _fields = fields;
        BodyOffset = bodyOffset;
        Defects = defects;
    }

    /// <summary>The whole message.</summary>
    public ReadOnlyMemory<byte> Message { get; }

    /// <summary>The fields from top to bottom, malformed lines among them (<see cref="HeaderField.IsMalformed"/>).</summary>
    public IReadOnlyList<HeaderField> Fields => _fields;

    /// <summary>Where the body begins, behind the empty line; the length of the message when there is none.</summary>
    public int BodyOffset { get; }

    /// <summary>The body.</summary>
    public ReadOnlyMemory<byte> Body => Message[BodyOffset..];

    /// <summary>What is wrong.</summary>
    public HeaderDefects Defects { get; }

    /// <summary>Whether the whole header was read: no limit was met.</summary>
    public bool IsComplete => (Defects & (HeaderDefects.TooManyFields | HeaderDefects.TooLong)) == 0;

    /// <summary>Reads the header of a message.</summary>
    /// <param name="message">The message; it must not change while this value is in use.</param>
    public static MessageHeaders Parse(ReadOnlyMemory<byte> message)
    {
        var header = message.Length > MaxLength ? message[..MaxLength] : message;
        var scan = new HeaderScan(header, isCut: header.Length < message.Length);
        scan.Run();
        return new MessageHeaders(message, [.. scan.Fields], scan.BodyOffset < 0 ? message.Length : scan.BodyOffset, scan.Defects);
    }

    /// <summary>All fields of a name, from top to bottom.</summary>
    /// <param name="name">The name; letters of any case.</param>
    public IReadOnlyList<HeaderField> All(ReadOnlySpan<byte> name)
    {
        var found = new List<HeaderField>();
        foreach (ref readonly var field in _fields.AsSpan())
        {
            if (field.Is(name)) found.Add(field);
        }
        return found;
    }
}
