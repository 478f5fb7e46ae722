using Todoku.Logs.Postfix;

namespace Todoku.Logs.Correlation;

/// <summary>Finds the queue id that the next hop gave a message in its reply: <c>250 2.0.0 Ok: queued as QUEUEID</c>.</summary>
internal static class QueuedAsText
{
    /// <summary>Finds the id.</summary>
    public static bool TryFind(ReadOnlySpan<byte> reply, out ReadOnlySpan<byte> queueId)
    {
        queueId = default;
        var at = reply.LastIndexOf("queued as "u8);
        if (at < 0) return false;
        queueId = reply[(at + "queued as "u8.Length)..];
        var end = queueId.IndexOfAny((byte)')', (byte)' ', (byte)';');
        if (end >= 0) queueId = queueId[..end];
        return QueueIdText.IsId(queueId);
    }
}
