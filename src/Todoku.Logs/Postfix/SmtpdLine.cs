using Todoku.Logs.Dialects;
using Todoku.Mail;

namespace Todoku.Logs.Postfix;

/// <summary>
/// Lines of the SMTP server. The one that opens a message matters:
/// <c>QUEUEID: client=HOST[IP], sasl_method=M, sasl_username=U, sasl_sender=S, orig_queue_id=Q, orig_client=C</c>;
/// and <c>NOQUEUE: reject: RCPT from HOST[IP]: REPLY; from=...</c> is handed on as a warning: a log may hold nothing else.
/// </summary>
internal static class SmtpdLine
{
    /// <summary>Reads a line.</summary>
    public static LineOutcome Read(in LogLine line)
    {
        var text = line.Text;
        if (text.StartsWith("connect from "u8) || text.StartsWith("disconnect from "u8)) return LineOutcome.Understood;
        if (text.StartsWith("NOQUEUE: reject: "u8))
        {
            ref var warned = ref line.Add(LogEventKind.Warned);
            warned.Text = line.Cut(text);
            warned.Name = line.Cut(line.Envelope.Program);
            return LineOutcome.Understood;
        }
        if (QueueIdText.TrySplit(text, out var queueId, out var rest))
        {
            if (rest.StartsWith("client="u8)) return ReadClient(line, queueId, rest);
            return LinePrefixes.SmtpServer.Matches(rest) ? LineOutcome.Understood : LineOutcome.NotUnderstood;
        }
        return LinePrefixes.SmtpServer.Matches(text) ? LineOutcome.Understood : LineOutcome.NotUnderstood;
    }

    private static LineOutcome ReadClient(in LogLine line, ReadOnlySpan<byte> queueId, ReadOnlySpan<byte> rest)
    {
        ref var arrived = ref line.Add(LogEventKind.Arrived, queueId);
        var client = RelayText.Cut(rest["client="u8.Length..]);
        arrived.SubmitterKind = SubmitterKind.Client;
        arrived.Name = line.Cut(client.Address.IsEmpty ? client.Host : client.Address);

        var user = ValueOf(rest, ", sasl_username="u8);
        if (!user.IsEmpty)
        {
            arrived.SubmitterKind = SubmitterKind.Authenticated;
            arrived.Name = line.Cut(user);
        }
        var original = ValueOf(rest, ", orig_queue_id="u8);
        if (QueueIdText.IsId(original)) arrived.OtherKey = line.KeyOf(original);
        return LineOutcome.Understood;
    }

    private static ReadOnlySpan<byte> ValueOf(ReadOnlySpan<byte> text, ReadOnlySpan<byte> key)
    {
        var at = text.IndexOf(key);
        if (at < 0) return default;
        var value = text[(at + key.Length)..];
        var end = value.IndexOf(", "u8);
        return end < 0 ? value : value[..end];
    }
}
