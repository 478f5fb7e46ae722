using Todoku.Mail;

namespace Todoku.Relay.Routing.Destinations;

/// <summary>Finds where the mail of a domain goes (RFC 5321, section 5).</summary>
public interface IDestinationFinder
{
    /// <summary>Asks DNS, or its memory of it. An address literal (<see cref="AddressLiteral"/>) is its own server.</summary>
    ValueTask<Destination> FindAsync(DomainName domain, CancellationToken cancellation);

    /// <summary>What is remembered of a domain; null when it would have to ask.</summary>
    Destination? Recall(DomainName domain);
}
