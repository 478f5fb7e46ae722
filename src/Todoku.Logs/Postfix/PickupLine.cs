using Todoku.Logs.Dialects;
using Todoku.Mail;

namespace Todoku.Logs.Postfix;

/// <summary>Lines of pickup: <c>QUEUEID: uid=N from=&lt;user&gt;</c>, a message from a local program.</summary>
internal static class PickupLine
{
    /// <summary>Reads a line.</summary>
    public static LineOutcome Read(in LogLine line)
    {
        if (!QueueIdText.TrySplit(line.Text, out var queueId, out var rest) || !rest.StartsWith("uid="u8)) return LineOutcome.NotUnderstood;
        var from = rest.IndexOf(" from=<"u8);
        ref var arrived = ref line.Add(LogEventKind.Arrived, queueId);
        arrived.SubmitterKind = SubmitterKind.LocalUser;
        // The user who ran sendmail(1) unless it was told another sender (-f); the number stands when only that is sure.
        var uid = rest["uid="u8.Length..(from < 0 ? rest.Length : from)];
        arrived.Name = line.Cut(uid);
        if (from >= 0 && AddressText.TryCut(rest[(from + " from="u8.Length)..], out var user, out _) && !user.IsEmpty) arrived.Name = line.Cut(user);
        return LineOutcome.Understood;
    }
}
