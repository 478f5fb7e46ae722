using Todoku.Logs.Dialects;

namespace Todoku.Logs.Postfix;

/// <summary>
/// Lines of bounce: <c>QUEUEID: sender non-delivery notification: NEWID</c>, also "sender delay notification", "postmaster
/// non-delivery notification", "sender delivery status notification". Postfix 3.11 writes it before the new message's own lines.
/// </summary>
internal static class BounceLine
{
    /// <summary>Reads a line.</summary>
    public static LineOutcome Read(in LogLine line)
    {
        if (!QueueIdText.TrySplit(line.Text, out var queueId, out var rest)) return LineOutcome.NotUnderstood;
        var at = rest.IndexOf("notification: "u8);
        if (at < 0) return rest.IndexOf("notification"u8) >= 0 ? LineOutcome.Understood : LineOutcome.NotUnderstood;
        var notice = rest[(at + "notification: "u8.Length)..];
        if (!QueueIdText.IsId(notice)) return LineOutcome.Understood;
        ref var made = ref line.Add(LogEventKind.BounceNotice, queueId);
        made.OtherKey = line.KeyOf(notice);
        return LineOutcome.Understood;
    }
}
