using Todoku.Authentication.MtaSts;

namespace Todoku.Relay.Routing.Tls;

/// <summary>The MTA-STS policy that holds for a domain now.</summary>
/// <param name="Policy">The policy; null when the domain has none, or none is known.</param>
/// <param name="IsAwaited">Whether one may yet come: DNS or the web server is slow.</param>
internal readonly record struct StsAnswer(MtaStsPolicy? Policy, bool IsAwaited);
