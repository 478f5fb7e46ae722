using System.Globalization;
using Todoku.Mail;
using Todoku.Smtp.Client.Tls;

namespace Todoku.Relay.Routing.Tls;

/// <summary>The TLS that the servers of a domain had.</summary>
/// <param name="Since">Since when.</param>
/// <param name="LastSeen">When last; exact to a day.</param>
/// <param name="Protocol">The version last seen, as logs have it: <c>TLSv1.3</c>.</param>
/// <param name="IsVerified">Whether the certificate was ever verified.</param>
/// <param name="Servers">The servers that had it, those seen last at the end.</param>
/// <param name="GoneSince">Since when none of them is a server of the domain any more; null while one is.</param>
public sealed record RememberedTls(DateTimeOffset Since, DateTimeOffset LastSeen, string Protocol, bool IsVerified, IReadOnlyList<DomainName> Servers, DateTimeOffset? GoneSince)
{
    /// <summary>What follows from it.</summary>
    public TlsDemand Demand { get; } = new(new TlsRequirement.Encrypted(), string.Create(CultureInfo.InvariantCulture, $"{Protocol} seen {LastSeen:yyyy-MM-dd}"));
}
