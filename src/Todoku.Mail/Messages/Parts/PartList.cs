namespace Todoku.Mail.Messages.Parts;

/// <summary>The parts of a message, in their order; multiparts themselves are not among them.</summary>
/// <param name="Parts">The parts.</param>
/// <param name="Cut">Why some may be missing.</param>
public sealed record PartList(IReadOnlyList<MessagePart> Parts, PartCut Cut)
{
    /// <summary>The parts of a message. Any input can be read: what was not looked at is said by <see cref="Cut"/>.</summary>
    public static PartList Of(MessageHeaders headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        // A header that could not be read to its end leaves no place to look for parts.
        if (!headers.IsComplete) return new PartList([], PartCut.EndlessField);
        // The line "From " of a mailbox would end the header for others.
        return PartWalk.Read(headers.Defects.HasFlag(HeaderDefects.MailboxLine) ? headers.Message[(headers.Message.Span.IndexOf((byte)'\n') + 1)..] : headers.Message);
    }

    /// <summary>The texts that a reader sees as the message.</summary>
    public IEnumerable<MessagePart> Bodies => Parts.Where(part => part.IsBody);

    /// <summary>The first part of a media type.</summary>
    public MessagePart? First(string type) => Parts.FirstOrDefault(part => part.Type == type && !part.IsInAttachedMessage);
}
