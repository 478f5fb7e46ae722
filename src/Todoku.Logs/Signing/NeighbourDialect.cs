using System.Collections.Frozen;
using System.Text;
using Todoku.Logs.Dialects;

namespace Todoku.Logs.Signing;

/// <summary>Mail programs beside the mail server whose lines tell nothing of mail going out; known, and so counted as understood.</summary>
internal sealed class NeighbourDialect : ILogDialect
{
    private const int MaxNameLength = 32;

    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.Ordinal,
        "dovecot", "opendmarc", "postgrey", "policyd-spf", "pypolicyd-spf", "spamd", "spamc", "clamd", "clamav-milter", "clamsmtpd", "postsrsd", "saslauthd",
        "fetchmail", "milter-greylist", "spamass-milter", "sqlgrey", "openarc", "mtasts", "postfix-mta-sts-resolver", "postfix-tlspol", "gld", "cyrus",
        "imap", "imapd", "pop3d", "lmtpunix", "cbpolicyd", "mimedefang", "freshclam", "pflogsumm", "srsd", "dkimproxy.out", "dkimproxy.in");

    /// <inheritdoc/>
    public bool Claims(ReadOnlySpan<byte> program, out int daemon, out int instanceLength)
    {
        daemon = 0;
        instanceLength = 0;
        return program.Length <= MaxNameLength && Names.Contains(Encoding.Latin1.GetString(program));
    }

    /// <inheritdoc/>
    public LineOutcome Read(in LogLine line) => LineOutcome.Understood;
}
