using System.Net;
using Todoku.Mail;
using Todoku.Smtp.Client.Tls;

namespace Todoku.Relay.Routing.Destinations;

/// <summary>One server that takes mail for a domain.</summary>
/// <param name="Name">Its host name.</param>
/// <param name="Preference">Its preference; lower is tried first.</param>
/// <param name="Addresses">Its addresses in the order to try them, at least one.</param>
/// <param name="Tls">What TLS the domain's policy and memory ask of it; never less than what held before.</param>
/// <param name="TlsReason">Where that comes from, in English: "MTA-STS enforce", "DANE", "TLS 1.3 seen 2026-11-02".</param>
public sealed record MailServer(DomainName Name, int Preference, IReadOnlyList<IPAddress> Addresses, TlsRequirement Tls, string TlsReason);
