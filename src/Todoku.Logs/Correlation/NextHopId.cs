namespace Todoku.Logs.Correlation;

/// <summary>Finds the queue id that the next hop gave a message in its reply, as Postfix (<c>Ok: queued as ID</c>), Todoku (<c>Queued as ID</c>) and Exim (<c>OK id=ID</c>) say it.</summary>
internal static class NextHopId
{
    /// <summary>Finds the id.</summary>
    public static bool TryFind(ReadOnlySpan<byte> reply, out ReadOnlySpan<byte> queueId)
    {
        if (QueuedAsText.TryFind(reply, out queueId)) return true;
        if (!TryFindAfter(reply, "Queued as "u8, out queueId) && !TryFindAfter(reply, "OK id="u8, out queueId)) return false;
        var end = queueId.IndexOfAny((byte)' ', (byte)')', (byte)'"');
        if (end >= 0) queueId = queueId[..end];
        return !queueId.IsEmpty;
    }

    private static bool TryFindAfter(ReadOnlySpan<byte> reply, ReadOnlySpan<byte> words, out ReadOnlySpan<byte> rest)
    {
        var at = reply.LastIndexOf(words);
        rest = at < 0 ? default : reply[(at + words.Length)..];
        return at >= 0;
    }
}
