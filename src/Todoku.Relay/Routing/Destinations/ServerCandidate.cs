using Todoku.Mail;

namespace Todoku.Relay.Routing.Destinations;

/// <summary>A server of a domain as DNS has it, before TLS is thought of.</summary>
/// <param name="Name">Its name, as the MX record has it.</param>
/// <param name="Preference">Its preference.</param>
/// <param name="Addresses">What is known of its addresses.</param>
internal sealed record ServerCandidate(DomainName Name, int Preference, HostAddresses Addresses);
