using Todoku.Knowledge;
using Todoku.Relay.Queue;

namespace Todoku.Relay.Routing.Destinations;

/// <summary>Where the mail of a domain goes.</summary>
public abstract record Destination
{
    private Destination()
    {
    }

    /// <summary>To one of these servers.</summary>
    /// <param name="Lane">The lane that the domain shares with all domains of the same provider or the same servers.</param>
    /// <param name="Provider">Whose servers they are.</param>
    /// <param name="Hosts">The servers in the order to try them: by preference, equal ones in an order of chance that is new each time; at least one.</param>
    public sealed record Servers(LaneKey Lane, Provider Provider, IReadOnlyList<MailServer> Hosts) : Destination;

    /// <summary>Nowhere: the domain says that it takes no mail (null MX; RFC 7505).</summary>
    public sealed record TakesNoMail : Destination;

    /// <summary>Nowhere: the domain does not exist, or has neither MX nor address. Permanent.</summary>
    /// <param name="Detail">What DNS answered, in English, for the notice.</param>
    public sealed record NoSuchDomain(string Detail) : Destination;

    /// <summary>Not known now: DNS did not answer, or no server has an address that can be used.</summary>
    /// <param name="Detail">What DNS answered, in English, for the notice.</param>
    public sealed record NotKnown(string Detail) : Destination;
}
