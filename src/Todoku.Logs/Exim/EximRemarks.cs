using System.Text;

namespace Todoku.Logs.Exim;

/// <summary>Beginnings of lines that tell nothing of one delivery, and words by which a line without a message id is known for Exim's.</summary>
internal static class EximRemarks
{
    private static readonly byte[][] OfServer = Bytes(
        "Start queue run", "End queue run", "exim ", "Exim ", "H=", "U=", "SMTP ", "cwd=", "no host name found for", "no IP address found for",
        "no MAIL in SMTP connection", "Warning: ", "TLS error on", "TLS client disconnected", "TLS session", "unexpected disconnection", "Connection from ",
        "rejected ", "refused connection", "Remote host ", "remote host ", "daemon: ", "SIGHUP received", "ident connection", "sender verify",
        "host name alias", "lost input connection", "re-exec of exim", "DNS list lookup", "Suggested action", "DKIM: ",
        "failed ", "Failed ", "unable ", "cannot ", "could not ");

    private static readonly byte[][] OfMessage = Bytes(
        "Frozen", "Message is frozen", "Unfrozen", "removed by", "cancelled by", "Message marked", "modified by", "Spool file", "Format error in spool",
        "DKIM: ", "PDKIM", "SPF: ", "DMARC", "SA: ", "SpamAssassin", "Warning: ", "F=", "U=", "SMTP ", "TLS ", "Connection ", "rejected ", "discarded ",
        "no immediate delivery:", "no recipients found", "sender address changed", "Sender identification", "Greylist", "original recipients", "checking arguments",
        "Process failed", "Error while", "Tainted", "taint", "re-exec of exim", "failed ", "Failed ", "unable ", "cannot ", "could not ");

    private static readonly byte[][] OfTrouble = Bytes(
        "Failed ", "failed ", "unable ", "cannot ", "could not ", "Process failed", "Exim configuration", "Format error in spool", "DKIM: message could not be signed",
        "daemon: ", "Tainted", "Error while");

    /// <summary>Whether a text without a message id is one that Exim writes.</summary>
    public static bool IsOfServer(ReadOnlySpan<byte> text) => StartsWithAny(text, OfServer) || IsFailedLogin(text);

    /// <summary>Whether the text after a message id is a known remark.</summary>
    public static bool IsOfMessage(ReadOnlySpan<byte> text) => StartsWithAny(text, OfMessage);

    /// <summary>Whether it is a complaint of the server about itself.</summary>
    public static bool IsTrouble(ReadOnlySpan<byte> text) => StartsWithAny(text, OfTrouble);

    // "dovecot_login authenticator failed for (client) [address]: 535 ...": the authenticator's name is the administrator's.
    private static bool IsFailedLogin(ReadOnlySpan<byte> text) => text[..Math.Min(text.Length, 96)].IndexOf(" authenticator failed for "u8) > 0;

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
