namespace Todoku.Diagnosis.Messages.Parts;

/// <summary>The parts of a message, in their order; multiparts themselves are not among them.</summary>
/// <param name="Parts">The parts.</param>
/// <param name="Cut">Why some may be missing.</param>
public sealed record PartList(IReadOnlyList<MessagePart> Parts, PartCut Cut)
{
    /// <summary>The texts that a reader sees as the message.</summary>
    public IEnumerable<MessagePart> Bodies => Parts.Where(part => part.IsBody);

    /// <summary>The first part of a media type.</summary>
    public MessagePart? First(string type) => Parts.FirstOrDefault(part => part.Type == type && !part.IsInAttachedMessage);
}
