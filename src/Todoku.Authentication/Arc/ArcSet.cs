using Todoku.Authentication.Signatures;
using Todoku.Mail.Messages;

namespace Todoku.Authentication.Arc;

/// <summary>What one intermediary added (RFC 8617, section 4.2).</summary>
/// <param name="Instance"><c>i=</c>, 1 to 50.</param>
/// <param name="AuthenticationResults">The ARC-Authentication-Results field.</param>
/// <param name="MessageSignature">The ARC-Message-Signature.</param>
/// <param name="Seal">The ARC-Seal; it has neither <c>h=</c> nor <c>bh=</c>.</param>
/// <param name="ChainStatus"><c>cv=</c> of the seal: what its intermediary found.</param>
public sealed record ArcSet(int Instance, HeaderField AuthenticationResults, SignatureField MessageSignature, SignatureField Seal, ArcResult ChainStatus);
