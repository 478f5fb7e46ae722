using Todoku.Logs.Dialects;
using Todoku.Mail;

namespace Todoku.Logs.Postfix;

/// <summary>Lines of the SMTP and LMTP clients: deliveries, and what is said about hosts before the last one was tried.</summary>
internal static class SmtpClientLine
{
    /// <summary>Reads a line.</summary>
    public static LineOutcome Read(in LogLine line, DeliveryAgent agent)
    {
        if (QueueIdText.TrySplit(line.Text, out var queueId, out var rest))
        {
            if (rest.StartsWith("to=<"u8)) return DeliveryLine.Read(line, agent, queueId, rest);
            return TryReadRefusal(line, rest) ? LineOutcome.Understood : ReadRemark(rest);
        }
        if (line.Text.StartsWith("connect to "u8)) return ReadConnect(line);
        return ReadRemark(line.Text);
    }

    // "connect to NAME[ADDRESS]:25: Connection timed out": one host of several; the message's own line follows.
    private static LineOutcome ReadConnect(in LogLine line)
    {
        var text = line.Text["connect to "u8.Length..];
        var host = RelayText.Cut(text);
        if (host.Length == 0) return LineOutcome.NotUnderstood;
        ref var failed = ref line.Add(LogEventKind.ConnectionFailed);
        failed.RelayHost = line.Cut(host.Host);
        failed.RelayAddress = line.Cut(host.Address);
        failed.Port = host.Port;
        failed.Text = line.Cut(text[host.Length..].TrimStart(": "u8));
        return LineOutcome.Understood;
    }

    // "QID: host NAME[ADDRESS] refused to talk to me: REPLY": one host of several that refused before the message's turn.
    private static bool TryReadRefusal(in LogLine line, ReadOnlySpan<byte> text)
    {
        if (!text.StartsWith("host "u8)) return false;
        text = text["host "u8.Length..];
        var host = RelayText.Cut(text);
        var rest = text[host.Length..];
        if (host.Length == 0 || !rest.StartsWith(" refused to talk to me: "u8)) return false;
        ref var failed = ref line.Add(LogEventKind.ConnectionFailed);
        failed.RelayHost = line.Cut(host.Host);
        failed.RelayAddress = line.Cut(host.Address);
        failed.Port = host.Port;
        failed.Stage = SmtpStage.Banner;
        failed.Text = line.Cut(rest[" refused to talk to me: "u8.Length..]);
        return true;
    }

    // Remarks name one host of several, or a TLS session; the outcome for the message stands in its delivery line.
    private static LineOutcome ReadRemark(ReadOnlySpan<byte> text)
    {
        if (text.IndexOf("status="u8) >= 0 && text.IndexOf("to=<"u8) >= 0) return LineOutcome.DeliveryNotUnderstood;
        return LinePrefixes.SmtpClient.Matches(text) ? LineOutcome.Understood : LineOutcome.NotUnderstood;
    }
}
