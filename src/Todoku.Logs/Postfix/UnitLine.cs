namespace Todoku.Logs.Postfix;

/// <summary>
/// Tells which of Postfix's daemons wrote a line, for logs that name only the systemd unit (<c>journalctl -o with-unit</c>). Each kind
/// of line has one writer; the words are those of smtpd.c, smtp.c, qmgr.c, cleanup.c, pickup.c, bounce.c and of the delivery agents.
/// </summary>
internal static class UnitLine
{
    /// <summary>The tag that the line would have had (<c>postfix/smtp</c>); <c>postfix</c> when its words don't tell.</summary>
    public static ReadOnlySpan<byte> TagOf(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("NOQUEUE: "u8)) return "postfix/smtpd"u8;
        return QueueIdText.TrySplit(text, out _, out var rest) ? OfMessage(rest) : OfConnection(text);
    }

    private static ReadOnlySpan<byte> OfMessage(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("to=<"u8)) return OfDelivery(text);
        if (text.StartsWith("from=<"u8) || text.SequenceEqual("removed"u8) || text.StartsWith("skipped, "u8)) return "postfix/qmgr"u8;
        if (text.StartsWith("client="u8)) return "postfix/smtpd"u8;
        if (text.StartsWith("message-id="u8) || text.StartsWith("resent-message-id="u8) || text.StartsWith("milter-"u8)) return "postfix/cleanup"u8;
        if (text.StartsWith("uid="u8)) return "postfix/pickup"u8;
        if (text.StartsWith("sender "u8) || text.StartsWith("postmaster "u8)) return "postfix/bounce"u8;
        return IsClient(text) ? "postfix/smtp"u8 : "postfix"u8;
    }

    // A network relay stands as host[address]:port, a local one as the name of its transport.
    private static ReadOnlySpan<byte> OfDelivery(ReadOnlySpan<byte> text)
    {
        var at = text.IndexOf(", relay="u8);
        if (at < 0) return "postfix/smtp"u8;
        var relay = text[(at + 8)..];
        relay = relay[..Math.Max(0, relay.IndexOf((byte)','))];
        if (relay.SequenceEqual("local"u8) || relay.SequenceEqual("virtual"u8)) return "postfix/local"u8;
        if (relay.Contains((byte)'/')) return "postfix/lmtp"u8;
        if (relay.SequenceEqual("none"u8)) return text.IndexOf("(delivery temporarily suspended: "u8) < 0 ? "postfix/smtp"u8 : "postfix/error"u8;
        return relay.Contains((byte)'[') ? "postfix/smtp"u8 : "postfix/pipe"u8;
    }

    private static ReadOnlySpan<byte> OfConnection(ReadOnlySpan<byte> text)
    {
        if (IsClient(text)) return "postfix/smtp"u8;
        var isServer = text.StartsWith("connect from "u8) || text.StartsWith("disconnect from "u8) || text.StartsWith("lost connection after "u8)
            || text.StartsWith("timeout after "u8);
        return isServer ? "postfix/smtpd"u8 : "postfix"u8;
    }

    private static bool IsClient(ReadOnlySpan<byte> text) =>
        text.StartsWith("connect to "u8) || text.StartsWith("host "u8) || text.StartsWith("lost connection with "u8) || text.StartsWith("conversation with "u8)
        || text.StartsWith("Cannot start TLS"u8) || text.StartsWith("SASL authentication failed"u8);
}
