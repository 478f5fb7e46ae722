using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Relay.Delivery.Decisions;

/// <summary>What is done with one recipient after one attempt, with what it rests on.</summary>
/// <param name="Action">What is done.</param>
/// <param name="Cause">What the reply means; <see cref="Cause.Unknown"/> where it was delivered.</param>
/// <param name="RuleId">The rule of the knowledge that said so.</param>
/// <param name="Stage">Where in the dialogue.</param>
/// <param name="Reply">The reply, or our own words, as logs have it.</param>
/// <param name="IsRemote">Whether the words are the server's.</param>
/// <param name="NamedDelay">The wait that the reply names; null when it names none.</param>
public sealed record DeliveryDecision(DeliveryAction Action, Cause Cause, string RuleId, SmtpStage Stage, string Reply, bool IsRemote, TimeSpan? NamedDelay)
{
    /// <summary>The enhanced code of a refusal of our own (RFC 3463); none where the cause says enough.</summary>
    public EnhancedStatusCode OwnStatus { get; init; }
}
