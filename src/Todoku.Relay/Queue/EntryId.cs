namespace Todoku.Relay.Queue;

/// <summary>One recipient of one message: the number of the message and, in the low 16 bits, the place of the recipient in its envelope.</summary>
/// <param name="Value">Both in one number, so that the entries of a message lie side by side in the database.</param>
public readonly record struct EntryId(long Value)
{
    /// <summary>The most recipients that a message in the queue has.</summary>
    public const int MaxRecipients = 1 << 16;

    /// <summary>The entry of a recipient.</summary>
    public EntryId(QueueId message, int recipient)
        : this((message.Value << 16) | (uint)recipient)
    {
    }

    /// <summary>The message.</summary>
    public QueueId Message => new(Value >> 16);

    /// <summary>The place of the recipient in <see cref="QueuedEnvelope.Recipients"/>, from 0.</summary>
    public int Recipient => (int)(Value & 0xFFFF);

    /// <summary>As logs write it: <c>MESSAGE/PLACE</c>, places from 1.</summary>
    public override string ToString() => $"{Message}/{Recipient + 1}";
}
