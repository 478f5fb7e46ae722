using System.Text;

namespace Todoku.Logs.Exim;

/// <summary>Beginnings of lines that tell nothing of one delivery, and words by which a line without a message id is known for Exim's.</summary>
internal static class EximRemarks
{
    private static readonly byte[][] OfServer = Bytes(
        "Start queue run", "End queue run", "exim ", "Exim ", "H=", "SMTP ", "cwd=", "no host name found for", "no IP address found for",
        "no MAIL in SMTP connection", "Warning: ", "TLS error on", "TLS client disconnected", "TLS session", "unexpected disconnection", "Connection from ",
        "rejected ", "refused connection", "Remote host ", "remote host ", "daemon: ", "SIGHUP received", "pid ", "ident connection", "sender verify",
        "host name alias", "lost input connection", "log rotated", "re-exec of exim", "U=", "DNS list lookup", "Connect ", "Gap ", "auth_", "login_", "plain",
        "dovecot_", "fixed_", "Completed", "queue_", "Suggested action", "malformed ", "failed ", "Failed ", "unable ", "cannot ", "could not ", "DKIM: ");

    private static readonly byte[][] OfMessage = Bytes(
        "Completed", "Frozen", "Message is frozen", "Unfrozen", "removed by", "cancelled by", "Spool file", "DKIM: ", "SPF: ", "DMARC", "Warning: ",
        "no immediate delivery:", "no recipients found", "rejected ", "removed by ", "sender address changed", "Format error in spool", "H=", "U=",
        "Message marked", "SA: ", "SpamAssassin", "spam acl", "malware acl", "remote delivery", "Error while", "Process failed", "Failed ", "failed ", "F=",
        "checking arguments", "modified by", "taint", "Tainted", "TLS ", "PDKIM", "discarded ", "recipients ", "sender rewritten", "original recipients",
        "\"", "rewrit", "retry ", "temporarily", "locked", "SMTP ", "Connection ", "unable ", "cannot ", "could not ", "re-exec of exim", "X-", "Greylist");

    private static readonly byte[][] OfTrouble = Bytes(
        "Failed ", "failed ", "unable ", "cannot ", "could not ", "Process failed", "Exim configuration", "Format error in spool", "DKIM: message could not be signed",
        "daemon: ", "Tainted", "Error while");

    /// <summary>Whether a text without a message id is one that Exim writes.</summary>
    public static bool IsOfServer(ReadOnlySpan<byte> text) => StartsWithAny(text, OfServer);

    /// <summary>Whether the text after a message id is a known remark.</summary>
    public static bool IsOfMessage(ReadOnlySpan<byte> text) => StartsWithAny(text, OfMessage);

    /// <summary>Whether it is a complaint of the server about itself.</summary>
    public static bool IsTrouble(ReadOnlySpan<byte> text) => StartsWithAny(text, OfTrouble);

    private static bool StartsWithAny(ReadOnlySpan<byte> text, byte[][] beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (text.StartsWith(beginning)) return true;
        }
        return false;
    }

    private static byte[][] Bytes(params ReadOnlySpan<string> words)
    {
        var bytes = new byte[words.Length][];
        for (var i = 0; i < words.Length; i++) bytes[i] = Encoding.ASCII.GetBytes(words[i]);
        return bytes;
    }
}
