using System.Net;
using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Sandbox.World;

/// <summary>Something that happens in a world: by an event of its scenario, or because somebody asked for it.</summary>
public abstract record WorldChange
{
    private WorldChange()
    {
    }

    /// <summary>A blocklist lists a network.</summary>
    public sealed record List(DomainName Blocklist, Listing Entry) : WorldChange;

    /// <summary>A blocklist takes a network off.</summary>
    public sealed record Delist(DomainName Blocklist, IPNetwork Network) : WorldChange;

    /// <summary>Records are published in place of those of the same names and types.</summary>
    /// <param name="Records">As zone files have them, with whole names.</param>
    public sealed record Publish(string Records) : WorldChange;

    /// <summary>The records of a type are taken away from a name.</summary>
    public sealed record Withdraw(DomainName Name, DnsRecordType Type) : WorldChange;

    /// <summary>A provider thinks anew of an address.</summary>
    /// <param name="Provider">The provider's host; null: all.</param>
    /// <param name="Address">The address.</param>
    /// <param name="Score">0, the worst, to 100.</param>
    public sealed record AddressReputation(DomainName? Provider, IPAddress Address, int Score) : WorldChange;

    /// <summary>A provider thinks anew of a domain.</summary>
    public sealed record DomainReputation(DomainName? Provider, DomainName Domain, int Score) : WorldChange;

    /// <summary>Recipients complain of mail from an address.</summary>
    public sealed record Complain(DomainName? Provider, IPAddress Address, int Complaints) : WorldChange;

    /// <summary>A provider's server takes connections no more, or again.</summary>
    public sealed record Switch(DomainName Provider, bool IsUp) : WorldChange;
}
