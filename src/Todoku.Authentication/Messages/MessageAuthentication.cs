using Todoku.Authentication.Arc;
using Todoku.Authentication.Dkim;
using Todoku.Authentication.Dmarc;
using Todoku.Authentication.Spf;

namespace Todoku.Authentication.Messages;

/// <summary>What a receiver finds out about a message.</summary>
/// <param name="Request">The message, and how it came.</param>
/// <param name="Spf">SPF; null when the client's address isn't known.</param>
/// <param name="Dkim">DKIM.</param>
/// <param name="Dmarc">DMARC.</param>
/// <param name="Arc">ARC.</param>
public sealed record MessageAuthentication(MessageRequest Request, SpfResult? Spf, DkimVerification Dkim, DmarcResult Dmarc, ArcVerification Arc);
