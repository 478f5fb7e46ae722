namespace Todoku.Logs.Correlation;

/// <summary>Finds the queue id that the next hop gave a message in its reply, as Postfix (<c>Ok: queued as ID</c>) and Exim (<c>OK id=ID</c>) say it.</summary>
internal static class NextHopId
{
    /// <summary>Finds the id.</summary>
    public static bool TryFind(ReadOnlySpan<byte> reply, out ReadOnlySpan<byte> queueId)
    {
        if (QueuedAsText.TryFind(reply, out queueId)) return true;
        var at = reply.LastIndexOf("OK id="u8);
        if (at < 0) return false;
        queueId = reply[(at + "OK id="u8.Length)..];
        var end = queueId.IndexOfAny((byte)' ', (byte)')', (byte)'"');
        if (end >= 0) queueId = queueId[..end];
        return !queueId.IsEmpty;
    }
}
