using System.Net;

namespace Todoku.Diagnosis.Messages.Routes;

/// <summary>How a message came, as far as it is known.</summary>
/// <param name="Ip">The address that handed it to the receiver; null when it is not known.</param>
/// <param name="IpSource">Where that comes from.</param>
/// <param name="IpField">The field that it was read from; empty when it was given.</param>
/// <param name="Sender">The envelope sender; empty for the null sender; null when it is not known.</param>
/// <param name="SenderSource">Where that comes from.</param>
/// <param name="Helo">The name in HELO; empty when it is not known.</param>
public sealed record MessageEnvelope(IPAddress? Ip, EnvelopeSource IpSource, string IpField, string? Sender, EnvelopeSource SenderSource, string Helo);
