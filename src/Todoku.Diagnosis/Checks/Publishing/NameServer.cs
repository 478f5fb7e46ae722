using System.Net;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Publishing;

/// <summary>A name server that is authoritative for a zone.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Addresses">Its addresses, IPv4 first.</param>
public sealed record NameServer(DomainName Host, IReadOnlyList<IPAddress> Addresses);
