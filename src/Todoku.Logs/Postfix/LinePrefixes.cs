using System.Text;

namespace Todoku.Logs.Postfix;

/// <summary>Beginnings of lines that are known and tell nothing of one delivery.</summary>
internal sealed class LinePrefixes
{
    private readonly byte[][] _prefixes;

    private LinePrefixes(params string[] prefixes) => _prefixes = [.. prefixes.Select(Encoding.ASCII.GetBytes)];

    /// <summary>Of the SMTP client.</summary>
    public static LinePrefixes SmtpClient { get; } = new(
        "host ", "Untrusted TLS connection", "Trusted TLS connection", "Verified TLS connection", "Anonymous TLS connection",
        "lost connection with ", "conversation with ", "connect to ", "enabling PIX workarounds", "Cannot start TLS", "SSL_connect error",
        "server certificate verification failed", "certificate verification failed", "Server certificate", "TLS is required",
        "SASL authentication failed", "setting up TLS connection", "initializing the client-side TLS", "table ", "breaking line",
        "Peer ", "subject_CN=", "looking for session", "save session", "removing session", "reloaded session", "issuer=", "request from ",
        "smtp_connect_addr", "name_mask", "no MX host for ", "dane", "mapping DNS", "replacing command", "using TLS", "offered AUTH option",
        "SSL3 alert", "SSL_write", "SSL_read", "numeric domain name", "malformed domain name", "unable to look up", "Non-CNAME", "TLSA ",
        "host or service not found", "Host or domain name", "deferring delivery", "message size", "discarding EHLO keywords", "passing ");

    /// <summary>Of the SMTP server.</summary>
    public static LinePrefixes SmtpServer { get; } = new(
        "connect from ", "disconnect from ", "lost connection after ", "timeout after ", "NOQUEUE: ", "Anonymous TLS connection",
        "Trusted TLS connection", "Untrusted TLS connection", "Verified TLS connection", "SSL_accept error", "SSL3 alert", "improper command pipelining",
        "too many errors after", "proxy-accept:", "proxy-reject:", "setting up TLS connection", "initializing the server-side TLS", "table ",
        "client=", "reject: ", "milter-reject: ", "milter-hold:", "milter-discard:", "filter: ", "hold: ", "discard: ", "redirect: ", "prepend: ", "bcc: ",
        "info: ", "warn: ", "reject_warning: ", "lost connection", "replace: ", "SASL ", "sasl_", "auth ", "non-SMTP command",
        "TLS SNI", "name_mask", "bare <LF>", "bare newline", "XCLIENT", "XFORWARD", "lookup ", "generic_checks", "dict_", "statistics:");

    /// <summary>Of cleanup.</summary>
    public static LinePrefixes Cleanup { get; } = new(
        "message-id=", "resent-message-id=", "milter-reject: ", "milter-hold: ", "milter-discard: ", "reject: ", "warning: ", "info: ", "replace: ", "prepend: ",
        "strip: ", "hold: ", "discard: ", "filter: ", "redirect: ", "bcc: ", "pass: ", "ignore: ", "delay: ", "table ", "to=<", "from=<", "client=");

    /// <summary>Of the queue manager.</summary>
    public static LinePrefixes QueueManager { get; } = new(
        "removed", "skipped, still being delivered", "from=<", "mail for ", "table ", "hold", "flushed", "expired", "rewritten");

    /// <summary>Whether a text begins with one of them.</summary>
    public bool Matches(ReadOnlySpan<byte> text)
    {
        foreach (var prefix in _prefixes)
        {
            if (text.StartsWith(prefix)) return true;
        }
        return false;
    }
}
