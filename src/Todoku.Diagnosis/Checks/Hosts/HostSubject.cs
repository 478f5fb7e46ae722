using System.Net;
using System.Net.Sockets;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Hosts;

/// <summary>
/// Fills in what the user did not say of a sender from the host that sends.
/// <list type="table">
/// <item><term>domain</term><description>when none is given: that of myorigin; where that is the bare host name, the only other domain that the host
/// receives or signs for; else the host name's organisational domain.</description></item>
/// <item><term>applies</term><description>when the domain was found here, is of the host's own organisation, or is one that the host receives or signs mail for. A customer's
/// domain that is looked at from another machine gets none of that machine's facts.</description></item>
/// <item><term>addresses</term><description>those that Postfix is bound to; else as seen from outside, when that was asked for; else the source of the host's route to the
/// internet, when it is no private one. None when a relay sends.</description></item>
/// </list>
/// </summary>
public static class HostSubject
{
    /// <summary>The domain to check when none is given; null when there is no sensible one.</summary>
    public static DomainName? DomainOf(HostFacts facts, Func<DomainName, string> organization)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(organization);
        var name = facts.Name is { } host && !Addresses.HostNameForm.IsUnqualified(host) && !Addresses.HostNameForm.IsPrivate(host) ? host : null;
        if (facts.Origin is { } origin && !origin.Equals(name)) return DomainName.Parse(organization(origin));
        var own = name is null ? "" : organization(name);
        var others = facts.HostedDomains.Where(hosted => !hosted.Equals(name)).Select(organization).Where(domain => domain != own).Distinct().ToArray();
        return others is [var only] ? DomainName.Parse(only) : own.Length > 0 ? DomainName.Parse(own) : null;
    }

    /// <summary>Whether the host's facts speak of mail of a domain.</summary>
    public static bool Applies(HostFacts facts, DomainName domain, Func<DomainName, string> organization)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(organization);
        DomainName?[] own = [facts.Name, facts.Origin];
        return own.OfType<DomainName>().Any(name => organization(name) == organization(domain))
            || facts.HostedDomains.Any(hosted => hosted.Equals(domain) || hosted.IsWithin(domain) || domain.IsWithin(hosted));
    }

    /// <summary>The subject with what the host tells, for all that is not known yet.</summary>
    public static CheckSubject Fill(CheckSubject subject, HostFacts facts, IHost host)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(host);
        var sources = facts.BoundAddresses.Count > 0 ? facts.BoundAddresses : [.. facts.Families.Select(host.SourceAddress).OfType<IPAddress>().Where(GlobalAddress.Is).Select(Plain)];
        // An address that is not this host's is another host's, with a name of its own; where the host has an inner one only, that can't be told.
        var isThisHost = subject.Addresses.Count == 0 || sources.Count == 0 || subject.Addresses.Any(sources.Contains);
        // An inner address is translated on its way; which one it becomes is not known here.
        if (subject.Addresses.Count == 0 && !facts.IsRelayed && sources.Count > 0)
            subject = subject with { Addresses = sources, AddressOrigin = facts.BoundAddresses.Count > 0 ? FactOrigin.Postfix : FactOrigin.Interface };
        if (isThisHost && subject.HeloName is null && facts.HeloName is { } helo) subject = subject with { HeloName = helo, HeloOrigin = FactOrigin.Postfix };
        if (subject.RelayHost is null) subject = subject with { RelayHost = facts.RelayHost };
        if (!facts.RewritesSenders) subject = subject with { LocalOrigin = facts.Origin };
        if (subject.Selectors.Count == 0)
        {
            var domain = subject.Domain;
            subject = subject with { Selectors = [.. SigningConfiguration.Read(host, domain).Where(hint => hint.Domain.IsWithin(domain) || domain.IsWithin(hint.Domain))] };
        }
        return subject;
    }

    // Without the zone that a socket adds.
    private static IPAddress Plain(IPAddress address) => address.AddressFamily == AddressFamily.InterNetworkV6 ? new IPAddress(address.GetAddressBytes()) : address;
}
