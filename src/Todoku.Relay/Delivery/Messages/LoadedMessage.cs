using Todoku.Relay.Queue;
using Todoku.Smtp.Client.Messages;

namespace Todoku.Relay.Delivery.Messages;

/// <summary>A message that is being delivered: its envelope, and its octets from memory or from the queue.</summary>
internal sealed class LoadedMessage
{
    private readonly DeliveryQueue _queue;
    private readonly byte[]? _octets;

    private LoadedMessage(DeliveryQueue queue, StoredMessage stored, byte[]? octets) => (_queue, Stored, _octets) = (queue, stored, octets);

    /// <summary>The message as the queue has it.</summary>
    public StoredMessage Stored { get; }

    /// <summary>Its envelope.</summary>
    public QueuedEnvelope Envelope => Stored.Envelope;

    /// <summary>Whether it holds octets above 127.</summary>
    public bool IsEightBit => (Envelope.Needs & (ContentNeeds.EightBit | ContentNeeds.Utf8)) != 0;

    /// <summary>Finds a message; null when the queue does not have it or can't read it.</summary>
    public static LoadedMessage? Load(DeliveryQueue queue, MessageCache cache, QueueId id)
    {
        if (cache.TryGet(id, out var stored, out var octets)) return new LoadedMessage(queue, stored!, octets);
        if (queue.Find(id) is not { } found) return null;
        // A small one may have to go to several servers: it is read once.
        var whole = found.Envelope.Prefix.Length + found.Envelope.Size;
        return new LoadedMessage(queue, found, whole <= queue.MaxPieceLength ? Read(queue, found, (int)whole) : null);
    }

    /// <summary>Its octets, to be sent once.</summary>
    public MessageContent Content() => _octets is not null
        ? MessageContent.FromOctets(_octets)
        : MessageContent.FromStream(Open(), Envelope.Prefix.Length + Envelope.Size, IsEightBit);

    /// <summary>Its octets as a stream.</summary>
    public Stream Open() => _octets is not null ? new MemoryStream(_octets, writable: false) : new StoredContentStream(_queue, Stored.Id, Envelope.Prefix, Envelope.Size, _queue.MaxPieceLength);

    /// <summary>Its first octets as they are sent; fewer when it can't be read.</summary>
    /// <param name="wanted">How many.</param>
    public ReadOnlyMemory<byte> Beginning(int wanted)
    {
        var buffer = new byte[Math.Min(wanted, Envelope.Prefix.Length + Envelope.Size)];
        var length = 0;
        try
        {
            using var stream = Open();
            length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        }
        catch (IOException)
        {
            // What was read is what the notice shows.
        }
        return buffer.AsMemory(0, length);
    }

    private static byte[]? Read(DeliveryQueue queue, StoredMessage message, int length)
    {
        var octets = new byte[length];
        try
        {
            using var stream = new StoredContentStream(queue, message.Id, message.Envelope.Prefix, message.Envelope.Size, queue.MaxPieceLength);
            return stream.ReadAtLeast(octets, length, throwOnEndOfStream: false) == length ? octets : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
