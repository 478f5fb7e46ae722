using System.Net;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks;

/// <summary>Whose mail is checked: what is known of the sender's identities. An empty list or null is "not known", never "none".</summary>
public sealed record CheckSubject
{
    /// <summary>The domain of the From address.</summary>
    public required DomainName Domain { get; init; }

    /// <summary>Where <see cref="Domain"/> comes from.</summary>
    public FactOrigin DomainOrigin { get; init; }

    /// <summary>The addresses that the mail is sent from, as the internet sees them.</summary>
    public IReadOnlyList<IPAddress> Addresses { get; init; } = [];

    /// <summary>Where <see cref="Addresses"/> come from.</summary>
    public FactOrigin AddressOrigin { get; init; }

    /// <summary>The name that the server says in HELO; null when it is not known.</summary>
    public DomainName? HeloName { get; init; }

    /// <summary>Where <see cref="HeloName"/> comes from.</summary>
    public FactOrigin HeloOrigin { get; init; }

    /// <summary>The domain of the Return-Path; null when it is not known.</summary>
    public DomainName? ReturnPathDomain { get; init; }

    /// <summary>Where <see cref="ReturnPathDomain"/> comes from.</summary>
    public FactOrigin ReturnPathOrigin { get; init; }

    /// <summary>Messages of the sender that were received elsewhere and bear no DKIM signature: their names.</summary>
    public IReadOnlyList<string> UnsignedMessages { get; init; } = [];

    /// <summary>The selectors that sign the mail.</summary>
    public IReadOnlyList<SelectorHint> Selectors { get; init; } = [];

    /// <summary>Id of the receiving provider whose rules matter; empty: all.</summary>
    public string Provider { get; init; } = "";

    /// <summary>The relay host (smart host) that the mail goes out through; null for direct delivery or when it is not known.</summary>
    public DomainName? RelayHost { get; init; }

    /// <summary>The domain that this server gives to senders without one (Postfix: myorigin); null when it is not known, or another host sends.</summary>
    public DomainName? LocalOrigin { get; init; }

    /// <summary>Whether all addresses around the sending one are looked up in blocklists, not only a sample.</summary>
    public bool AllNeighbours { get; init; }
}
