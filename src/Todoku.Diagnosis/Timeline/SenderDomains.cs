using System.Text;
using Todoku.Mail;

namespace Todoku.Diagnosis.Timeline;

/// <summary>
/// Decides whether an envelope sender is the sending host's own name rather than a domain that somebody writes mail as
/// (what PHP's <c>mail()</c>, cron and sendmail(1) use when nobody set a sender).
/// <list type="table">
/// <item><term>no public domain</term><description>one label (<c>localhost</c>, a container's id) or a private ending (<c>.local</c>, <c>.localdomain</c>,
/// <c>.lan</c>, <c>.internal</c>, <c>.home</c>).</description></item>
/// <item><term>the host's name</term><description>the domain is the logged host name, or below it, or its first label is the logged short name
/// (syslog cuts the domain off), and it lies below an organisational domain: a host named like the customer's own domain is no
/// mismatch.</description></item>
/// <item><term>a system user</term><description><c>root@</c>, <c>apache@</c>, <c>www-data@</c> and the like at any name below an organisational
/// domain.</description></item>
/// </list>
/// </summary>
internal sealed class SenderDomains(IKnowledge knowledge, int maxNames)
{
    private readonly NameTable<Kind> _kinds = new(maxNames);

    /// <summary>Whether the sender is the host's own name.</summary>
    public bool IsHostsOwn(ReadOnlySpan<byte> sender, ReadOnlySpan<byte> host)
    {
        var domain = MailAddress.DomainOf(sender);
        if (domain.IsEmpty) return false;
        // The dear question, whether a domain is an organisation's own, is asked last: nearly all senders are settled before it.
        if (IsPrivate(domain)) return true;
        return (IsNameOf(domain, host) || IsSystemUser(MailAddress.LocalPartOf(sender))) && IsBelowOrganization(domain);
    }

    private bool IsBelowOrganization(ReadOnlySpan<byte> domain)
    {
        if (_kinds.Find(domain) is { } kind) return kind.IsBelowOrganization;
        kind = knowledge.OrganizationalDomain(domain).Length < domain.Length ? Kind.BelowOrganization : Kind.Organization;
        _kinds.Add(domain, kind);
        return kind.IsBelowOrganization;
    }

    // Endings never in public DNS: RFC 6762 (.local), RFC 8375 (home.arpa), ICANN's .internal; .localdomain and .lan by custom.
    private static bool IsPrivate(ReadOnlySpan<byte> domain)
    {
        var dot = domain.LastIndexOf((byte)'.');
        if (dot < 0) return true;
        var last = domain[(dot + 1)..];
        return last.Length switch
        {
            3 => Ascii.EqualsIgnoreCase(last, "lan"u8),
            4 => Ascii.EqualsIgnoreCase(last, "home"u8),
            5 => Ascii.EqualsIgnoreCase(last, "local"u8),
            8 => Ascii.EqualsIgnoreCase(last, "internal"u8),
            9 => Ascii.EqualsIgnoreCase(last, "localhost"u8),
            11 => Ascii.EqualsIgnoreCase(last, "localdomain"u8),
            _ => false,
        };
    }

    private static bool IsNameOf(ReadOnlySpan<byte> domain, ReadOnlySpan<byte> host)
    {
        if (host.IsEmpty || host.Length > domain.Length) return false;
        if (!host.Contains((byte)'.')) return domain.Length > host.Length && domain[host.Length] == '.' && Ascii.EqualsIgnoreCase(domain[..host.Length], host);
        return Ascii.EqualsIgnoreCase(domain[^host.Length..], host) && (domain.Length == host.Length || domain[^(host.Length + 1)] == '.');
    }

    private static bool IsSystemUser(ReadOnlySpan<byte> localPart) => localPart.Length switch
    {
        3 => localPart.SequenceEqual("www"u8),
        4 => localPart.SequenceEqual("root"u8) || localPart.SequenceEqual("http"u8),
        5 => localPart.SequenceEqual("httpd"u8) || localPart.SequenceEqual("nginx"u8),
        6 => localPart.SequenceEqual("apache"u8) || localPart.SequenceEqual("nobody"u8) || localPart.SequenceEqual("daemon"u8)
            || localPart.SequenceEqual("wwwrun"u8),
        7 => localPart.SequenceEqual("php-fpm"u8),
        8 => localPart.SequenceEqual("www-data"u8),
        _ => false,
    };

    private sealed record Kind(bool IsBelowOrganization)
    {
        public static readonly Kind BelowOrganization = new(true);
        public static readonly Kind Organization = new(false);
    }
}
