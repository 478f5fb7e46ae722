using Todoku.Logs.Dialects;

namespace Todoku.Logs.Postfix;

/// <summary>Lines of cleanup: <c>QUEUEID: message-id=&lt;...&gt;</c>, and what header and body checks and milters did.</summary>
internal static class CleanupLine
{
    /// <summary>Reads a line.</summary>
    public static LineOutcome Read(in LogLine line)
    {
        if (!QueueIdText.TrySplit(line.Text, out var queueId, out var rest)) return Known(line.Text);
        if (!rest.StartsWith("message-id="u8)) return Known(rest);
        ref var seen = ref line.Add(LogEventKind.MessageIdSeen, queueId);
        seen.OtherKey = Hash64.Of(rest["message-id="u8.Length..]);
        return LineOutcome.Understood;
    }

    private static LineOutcome Known(ReadOnlySpan<byte> text) =>
        LinePrefixes.Cleanup.Matches(text) ? LineOutcome.Understood : LineOutcome.NotUnderstood;
}
