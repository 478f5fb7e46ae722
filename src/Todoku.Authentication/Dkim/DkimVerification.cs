using Todoku.Authentication.Signatures;
using Todoku.Mail.Messages;

namespace Todoku.Authentication.Dkim;

/// <summary>What came of a message's DKIM signatures.</summary>
/// <param name="Message">The message.</param>
/// <param name="Result">The message's result.</param>
/// <param name="Signatures">Each signature, from top to bottom: the last one added stands first.</param>
public sealed record DkimVerification(MessageHeaders Message, DkimResult Result, IReadOnlyList<SignatureCheck> Signatures);
