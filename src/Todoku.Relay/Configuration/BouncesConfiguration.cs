using Todoku.Mail;

namespace Todoku.Relay.Configuration;

/// <summary>Bounces and complaints that the relay receives for its senders.</summary>
/// <param name="Domain">The domain of the envelope senders; its MX is this relay.</param>
/// <param name="SecretFile">The file of the secret that makes them unforgeable; made when it is not there.</param>
public sealed record BouncesConfiguration(DomainName Domain, string SecretFile);
