using System.Buffers.Text;
using Todoku.Logs.Dialects;
using Todoku.Mail;

namespace Todoku.Logs.Postfix;

/// <summary>
/// Lines of the queue manager: <c>QUEUEID: from=&lt;a&gt;, size=N, nrcpt=N (queue active)</c>, written at every try;
/// <c>QUEUEID: from=&lt;a&gt;, status=expired, returned to sender</c>; <c>QUEUEID: removed</c>; and deliveries that it gives up itself.
/// </summary>
internal static class QmgrLine
{
    /// <summary>Reads a line.</summary>
    public static LineOutcome Read(in LogLine line)
    {
        if (!QueueIdText.TrySplit(line.Text, out var queueId, out var rest)) return Known(line.Text);
        if (rest.SequenceEqual("removed"u8))
        {
            line.Add(LogEventKind.Removed, queueId);
            return LineOutcome.Understood;
        }
        if (rest.StartsWith("from=<"u8)) return ReadFrom(line, queueId, rest);
        return rest.StartsWith("to=<"u8) ? DeliveryLine.Read(line, DeliveryAgent.Error, queueId, rest) : Known(rest);
    }

    private static LineOutcome ReadFrom(in LogLine line, ReadOnlySpan<byte> queueId, ReadOnlySpan<byte> rest)
    {
        if (!AddressText.TryCut(rest["from="u8.Length..], out var sender, out var length)) return LineOutcome.NotUnderstood;
        var after = rest[("from="u8.Length + length)..];
        var expired = after.StartsWith(", status="u8);
        ref var queued = ref line.Add(expired ? LogEventKind.Expired : LogEventKind.Queued, queueId);
        queued.Address = line.Cut(sender);
        if (expired)
        {
            queued.Status = DeliveryStatus.Expired;
            return LineOutcome.Understood;
        }
        if (after.StartsWith(", size="u8) && Utf8Parser.TryParse(after[", size="u8.Length..], out long size, out _)) queued.Size = size;
        var count = after.IndexOf(", nrcpt="u8);
        if (count >= 0 && Utf8Parser.TryParse(after[(count + ", nrcpt="u8.Length)..], out int recipients, out _)) queued.Count = recipients;
        return LineOutcome.Understood;
    }

    private static LineOutcome Known(ReadOnlySpan<byte> text) =>
        LinePrefixes.QueueManager.Matches(text) ? LineOutcome.Understood : LineOutcome.NotUnderstood;
}
