using System.Diagnostics.CodeAnalysis;
using Todoku.Mail;

namespace Todoku.Authentication.MtaSts;

/// <summary>Where a domain's MTA-STS policy is (RFC 8461, section 3.3).</summary>
public static class PolicyUrl
{
    /// <summary>The host that serves it.</summary>
    public static bool TryHost(DomainName domain, [NotNullWhen(true)] out DomainName? host)
    {
        ArgumentNullException.ThrowIfNull(domain);
        return domain.TryPrepend("mta-sts", out host);
    }

    /// <summary>The address of the policy; null when the name is none that a URL can hold.</summary>
    public static Uri? Of(DomainName domain) =>
        TryHost(domain, out var host) && Uri.CheckHostName(host.ToString()) == UriHostNameType.Dns && Uri.TryCreate($"https://{host}/.well-known/mta-sts.txt", UriKind.Absolute, out var url)
            ? url
            : null;
}
