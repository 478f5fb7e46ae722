using Todoku.Smtp.Replies;

namespace Todoku.Relay.Policy;

/// <summary>Why a message is not taken, whoever sends it.</summary>
/// <param name="Reason">What is wrong with it.</param>
/// <param name="Reply">What an SMTP client is told; doors that speak otherwise say its words.</param>
public sealed record MessageRefusal(RefusalReason Reason, Reply Reply);
