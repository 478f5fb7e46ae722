using System.Collections.Frozen;
using System.Text;
using Todoku.Logs.Dialects;
using Todoku.Mail;

namespace Todoku.Logs.Postfix;

/// <summary>
/// Postfix, versions 2.x to 3.11. The tag is <c>INSTANCE[/SERVICE]/DAEMON</c>; all names but the daemon's are the
/// administrator's own, so a tag is taken for Postfix by its last segment.
/// </summary>
internal sealed class PostfixDialect : ILogDialect
{
    private static readonly FrozenDictionary<string, PostfixDaemon> Daemons = new Dictionary<string, PostfixDaemon>(StringComparer.Ordinal)
    {
        ["smtp"] = PostfixDaemon.Smtp,
        ["relay"] = PostfixDaemon.Smtp,
        ["lmtp"] = PostfixDaemon.Lmtp,
        ["local"] = PostfixDaemon.Local,
        ["virtual"] = PostfixDaemon.Local,
        ["pipe"] = PostfixDaemon.Pipe,
        ["error"] = PostfixDaemon.Error,
        ["retry"] = PostfixDaemon.Error,
        ["discard"] = PostfixDaemon.Discard,
        ["smtpd"] = PostfixDaemon.Smtpd,
        ["pickup"] = PostfixDaemon.Pickup,
        ["cleanup"] = PostfixDaemon.Cleanup,
        ["qmgr"] = PostfixDaemon.Qmgr,
        ["oqmgr"] = PostfixDaemon.Qmgr,
        ["nqmgr"] = PostfixDaemon.Qmgr,
        ["bounce"] = PostfixDaemon.Bounce,
        ["defer"] = PostfixDaemon.Bounce,
        ["trace"] = PostfixDaemon.Bounce,
        ["anvil"] = PostfixDaemon.Other,
        ["scache"] = PostfixDaemon.Other,
        ["verify"] = PostfixDaemon.Other,
        ["trivial-rewrite"] = PostfixDaemon.Other,
        ["rewrite"] = PostfixDaemon.Other,
        ["proxymap"] = PostfixDaemon.Other,
        ["proxywrite"] = PostfixDaemon.Other,
        ["tlsmgr"] = PostfixDaemon.Other,
        ["tlsproxy"] = PostfixDaemon.Other,
        ["postscreen"] = PostfixDaemon.Other,
        ["dnsblog"] = PostfixDaemon.Other,
        ["postlogd"] = PostfixDaemon.Other,
        ["flush"] = PostfixDaemon.Other,
        ["showq"] = PostfixDaemon.Other,
        ["spawn"] = PostfixDaemon.Other,
        ["master"] = PostfixDaemon.Other,
        ["postfix-script"] = PostfixDaemon.Other,
        ["postsuper"] = PostfixDaemon.Other,
        ["postqueue"] = PostfixDaemon.Other,
        ["postmap"] = PostfixDaemon.Other,
        ["postalias"] = PostfixDaemon.Other,
        ["postconf"] = PostfixDaemon.Other,
        ["postdrop"] = PostfixDaemon.Other,
        ["postlog"] = PostfixDaemon.Other,
        ["postcat"] = PostfixDaemon.Other,
        ["posttls-finger"] = PostfixDaemon.Other,
        ["sendmail"] = PostfixDaemon.Other,
        ["policy-spf"] = PostfixDaemon.Other,
        ["policyd-spf"] = PostfixDaemon.Other,
        ["nrecipients"] = PostfixDaemon.Other,
        ["qmqpd"] = PostfixDaemon.Smtpd,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <inheritdoc/>
    public bool Claims(ReadOnlySpan<byte> program, out int daemon, out int instanceLength)
    {
        daemon = (int)PostfixDaemon.Bare;
        var first = program.IndexOf((byte)'/');
        instanceLength = first < 0 ? program.Length : first;
        var isPostfix = program.StartsWith("postfix"u8);
        if (first < 0) return isPostfix;

        var last = program[(program.LastIndexOf((byte)'/') + 1)..];
        var known = Daemons.TryGetValue(Encoding.Latin1.GetString(last), out var found);
        daemon = (int)(known ? found : PostfixDaemon.Unknown);
        return known || isPostfix;
    }

    /// <inheritdoc/>
    public LineOutcome Read(in LogLine line)
    {
        var daemon = (PostfixDaemon)line.Daemon;
        if (ServerWarningLine.TryRead(line, daemon)) return LineOutcome.Understood;
        return daemon switch
        {
            PostfixDaemon.Smtp => SmtpClientLine.Read(line, DeliveryAgent.Smtp),
            PostfixDaemon.Lmtp => SmtpClientLine.Read(line, DeliveryAgent.Lmtp),
            PostfixDaemon.Local => DeliveryLine.Read(line, DeliveryAgent.Local),
            PostfixDaemon.Pipe => DeliveryLine.Read(line, DeliveryAgent.Pipe),
            PostfixDaemon.Error => DeliveryLine.Read(line, DeliveryAgent.Error),
            PostfixDaemon.Discard => DeliveryLine.Read(line, DeliveryAgent.Discard),
            PostfixDaemon.Smtpd => SmtpdLine.Read(line),
            PostfixDaemon.Pickup => PickupLine.Read(line),
            PostfixDaemon.Cleanup => CleanupLine.Read(line),
            PostfixDaemon.Qmgr => QmgrLine.Read(line),
            PostfixDaemon.Bounce => BounceLine.Read(line),
            PostfixDaemon.Unknown => DeliveryLine.Read(line, DeliveryAgent.Smtp),
            _ => LineOutcome.Understood,
        };
    }
}
