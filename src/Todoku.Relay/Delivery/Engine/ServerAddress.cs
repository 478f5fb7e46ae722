using System.Net;
using Todoku.Mail;
using Todoku.Smtp.Client.Tls;

namespace Todoku.Relay.Delivery.Engine;

/// <summary>One address of one server that an attempt may go to.</summary>
/// <param name="Host">Its name, or address, as logs say it.</param>
/// <param name="Name">Its name; null when only an address is known.</param>
/// <param name="EndPoint">Address and port.</param>
/// <param name="Tls">What TLS is asked of it.</param>
internal sealed record ServerAddress(string Host, DomainName? Name, IPEndPoint EndPoint, TlsRequirement Tls);
